--TEST--
implode(), explode(): limits and keys
--FILE--
<?php
var_dump(implode(', ', [1, 'a', 2.5, true, null, false]), implode([1, 2]), implode(',', []), implode(',', ['k' => 'v', 'w']));
var_dump(explode(',', 'a,b,,c'), explode(',', 'a,b,c', 2), explode(',', 'a,b,c', -1), explode(',', ''), explode(',', 'abc'));
--EXPECT--
string(16) "1, a, 2.5, 1, , "
string(2) "12"
string(0) ""
string(3) "v,w"
array(4) {
  [0]=>
  string(1) "a"
  [1]=>
  string(1) "b"
  [2]=>
  string(0) ""
  [3]=>
  string(1) "c"
}
array(2) {
  [0]=>
  string(1) "a"
  [1]=>
  string(3) "b,c"
}
array(2) {
  [0]=>
  string(1) "a"
  [1]=>
  string(1) "b"
}
array(1) {
  [0]=>
  string(0) ""
}
array(1) {
  [0]=>
  string(3) "abc"
}
