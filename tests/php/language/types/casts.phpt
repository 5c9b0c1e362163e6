--TEST--
(type): every cast of every simple value
--FILE--
<?php
foreach ([null, true, 7, 1.5, "3x", [1]] as $value) {
    var_dump((bool) $value, (array) $value);
}
var_dump((string) 1.0, (string) true, (string) false, (string) null, (float) "1.5abc", (float) 3);
var_dump((object) ['a' => 1]);
var_dump((integer) "5", (boolean) 1, (double) 2);
--EXPECT--
bool(false)
array(0) {
}
bool(true)
array(1) {
  [0]=>
  bool(true)
}
bool(true)
array(1) {
  [0]=>
  int(7)
}
bool(true)
array(1) {
  [0]=>
  float(1.5)
}
bool(true)
array(1) {
  [0]=>
  string(2) "3x"
}
bool(true)
array(1) {
  [0]=>
  int(1)
}
string(1) "1"
string(1) "1"
string(0) ""
string(0) ""
float(1.5)
float(3)
object(stdClass)#1 (1) {
  ["a"]=>
  int(1)
}
int(5)
bool(true)
float(2)
