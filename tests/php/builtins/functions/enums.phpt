--TEST--
functions: what class_implements() and get_class_vars() say of enums
--FILE--
<?php
interface Marked {}
enum Plain implements Marked { case X; const Y = 1; }
enum Backed: int { case X = 1; }
var_dump(class_implements('Plain'), class_implements(Backed::X), get_class_vars('Plain'), get_class_vars('Backed'));
--EXPECT--
array(2) {
  ["Marked"]=>
  string(6) "Marked"
  ["UnitEnum"]=>
  string(8) "UnitEnum"
}
array(2) {
  ["UnitEnum"]=>
  string(8) "UnitEnum"
  ["BackedEnum"]=>
  string(10) "BackedEnum"
}
array(1) {
  ["name"]=>
  NULL
}
array(2) {
  ["name"]=>
  NULL
  ["value"]=>
  NULL
}
