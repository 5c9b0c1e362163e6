--TEST--
The element's value is read before its key; `op=` with the variable itself takes what it was before
--FILE--
<?php
function literal() { return [$key => $value, 1.5 => $other]; }
var_dump(literal());
function itself($a) { $a['k'] += $a; return $a; }
var_dump(itself(null));
try {
    itself([]);
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
function under_false($a) { $a[$missing][] = 1; return $a; }
var_dump(under_false(false));
function property($object) { $object->count += $missing; return $object->count; }
var_dump(property(new stdClass));
--EXPECTF--

Warning: Undefined variable $value in %sunset_variables_in_literals_and_updates.php on line 2

Warning: Undefined variable $key in %sunset_variables_in_literals_and_updates.php on line 2

Warning: Undefined variable $other in %sunset_variables_in_literals_and_updates.php on line 2

Deprecated: Implicit conversion from float 1.5 to int loses precision in %sunset_variables_in_literals_and_updates.php on line 2
array(2) {
  [""]=>
  NULL
  [1]=>
  NULL
}

Warning: Undefined array key "k" in %sunset_variables_in_literals_and_updates.php on line 4
array(1) {
  ["k"]=>
  int(0)
}

Warning: Undefined array key "k" in %sunset_variables_in_literals_and_updates.php on line 4
Unsupported operand types: null + array

Deprecated: Automatic conversion of false to array is deprecated in %sunset_variables_in_literals_and_updates.php on line 11

Warning: Undefined variable $missing in %sunset_variables_in_literals_and_updates.php on line 11
array(1) {
  [""]=>
  array(1) {
    [0]=>
    int(1)
  }
}

Warning: Undefined variable $missing in %sunset_variables_in_literals_and_updates.php on line 13

Warning: Undefined property: stdClass::$count in %sunset_variables_in_literals_and_updates.php on line 13
int(0)
