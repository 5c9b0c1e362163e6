--TEST--
__LINE__, __FILE__, __DIR__, __FUNCTION__, __CLASS__, __METHOD__
--FILE--
<?php
function f() {
    return [__FUNCTION__, __METHOD__, __CLASS__, __LINE__];
}
class C {
    function m() {
        return [__FUNCTION__, __METHOD__, __CLASS__, (fn() => __FUNCTION__)()];
    }
}
var_dump(f(), (new C)->m(), __LINE__, basename(__FILE__), __DIR__ === dirname(__FILE__), __NAMESPACE__);
--EXPECT--
array(4) {
  [0]=>
  string(1) "f"
  [1]=>
  string(1) "f"
  [2]=>
  string(0) ""
  [3]=>
  int(3)
}
array(4) {
  [0]=>
  string(1) "m"
  [1]=>
  string(4) "C::m"
  [2]=>
  string(1) "C"
  [3]=>
  string(9) "{closure}"
}
int(10)
string(36) "magic_constants_know_their_place.php"
bool(true)
string(0) ""
