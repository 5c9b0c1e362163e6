--TEST--
functions about classes
--FILE--
<?php
class A {
    public $p = 1;
    private $q = 2;
    function m() {}
    private function n() {}
    static function s() {}
}
class B extends A {}
var_dump(class_exists('a'), class_exists('Nope'), method_exists('B', 'M'), property_exists('A', 'q'), get_object_vars(new A), get_class_methods('B'), get_class_vars('A'), is_a(new B, 'A'), is_callable([new A, 'n']));
--EXPECT--
bool(true)
bool(false)
bool(true)
bool(true)
array(1) {
  ["p"]=>
  int(1)
}
array(2) {
  [0]=>
  string(1) "m"
  [1]=>
  string(1) "s"
}
array(1) {
  ["p"]=>
  int(1)
}
bool(true)
bool(false)
