--TEST--
str_split(), strrev(), chunk_split(), wordwrap(), nl2br()
--FILE--
<?php
var_dump(str_split('abcde', 2), str_split('abc'), strrev('abc'), wordwrap('The quick brown fox', 10, "\n", true), nl2br("a\nb"), chunk_split('abcd', 2, '|'), ucwords('x'));
--EXPECT--
array(3) {
  [0]=>
  string(2) "ab"
  [1]=>
  string(2) "cd"
  [2]=>
  string(1) "e"
}
array(3) {
  [0]=>
  string(1) "a"
  [1]=>
  string(1) "b"
  [2]=>
  string(1) "c"
}
string(3) "cba"
string(19) "The quick
brown fox"
string(9) "a<br />
b"
string(6) "ab|cd|"
string(1) "X"
