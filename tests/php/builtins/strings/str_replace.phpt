--TEST--
str_replace(): strings and arrays, the count
--FILE--
<?php
$n = 0;
var_dump(str_replace('a', 'b', 'banana', $n), $n, str_replace(['a', 'b'], ['b', 'c'], 'ab'), str_replace(['x', 'y'], '-', 'xyz'), str_replace(['x', 'y'], ['1'], 'xyz'), str_replace('a', 'A', ['k' => 'aa', 'b']), str_ireplace('A', 'x', 'aAb'), substr_replace('Hello', 'J', 0, 1), substr_replace('abc', 'X', -1, 0));
--EXPECT--
string(6) "bbnbnb"
int(3)
string(2) "cc"
string(3) "--z"
string(2) "1z"
array(2) {
  ["k"]=>
  string(2) "AA"
  [0]=>
  string(1) "b"
}
string(3) "xxb"
string(5) "Jello"
string(4) "abXc"
