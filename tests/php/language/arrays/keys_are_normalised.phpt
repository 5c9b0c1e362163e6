--TEST--
keys: strings that are decimal ints, floats, booleans and null
--FILE--
<?php
var_dump(["1" => 'a', 1 => 'b', "01" => 'c', true => 'd', false => 'e', null => 'f', "-5" => 'g', "-0" => 'h', "1.5" => 'i', " 1" => 'j']);
var_dump(["9223372036854775807" => 1, "9223372036854775808" => 2, "-9223372036854775808" => 3]);
--EXPECT--
array(8) {
  [1]=>
  string(1) "d"
  ["01"]=>
  string(1) "c"
  [0]=>
  string(1) "e"
  [""]=>
  string(1) "f"
  [-5]=>
  string(1) "g"
  ["-0"]=>
  string(1) "h"
  ["1.5"]=>
  string(1) "i"
  [" 1"]=>
  string(1) "j"
}
array(3) {
  [9223372036854775807]=>
  int(1)
  ["9223372036854775808"]=>
  int(2)
  [-9223372036854775808]=>
  int(3)
}
