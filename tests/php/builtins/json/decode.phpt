--TEST--
json_decode(): objects, arrays, depth, errors
--FILE--
<?php
var_dump(json_decode('{"a":{"b":[1,2.5,"x",null,true]}}'), json_decode('{"a":1,"5":2}', true), json_decode('[1'), json_last_error_msg(), json_decode('"\u00e9\n"'), json_decode('12345678901234567890'));
try {
    json_decode('{', false, 512, JSON_THROW_ON_ERROR);
} catch (JsonException $e) {
    echo $e->getMessage(), ' ', $e->getCode(), "\n";
}
--EXPECT--
object(stdClass)#2 (1) {
  ["a"]=>
  object(stdClass)#1 (1) {
    ["b"]=>
    array(5) {
      [0]=>
      int(1)
      [1]=>
      float(2.5)
      [2]=>
      string(1) "x"
      [3]=>
      NULL
      [4]=>
      bool(true)
    }
  }
}
array(2) {
  ["a"]=>
  int(1)
  [5]=>
  int(2)
}
NULL
string(12) "Syntax error"
string(3) "é
"
float(1.2345678901234567E+19)
Syntax error 4
