--TEST--
settype(): converts in place
--FILE--
<?php
$x = "12abc";
settype($x, "integer");
var_dump($x);
settype($x, "string");
var_dump($x);
settype($x, "array");
var_dump($x);
settype($x, "bool");
var_dump($x);
settype($x, "null");
var_dump($x);
--EXPECT--
int(12)
string(2) "12"
array(1) {
  [0]=>
  string(2) "12"
}
bool(true)
NULL
