--TEST--
preg_split, preg_grep, preg_quote
--FILE--
<?php
var_dump(preg_split('//', 'abc'), preg_split('//u', "a\u{e9}c", -1, PREG_SPLIT_NO_EMPTY));
var_dump(preg_split('/(,)(x)?/', 'a,b,xc', -1, PREG_SPLIT_DELIM_CAPTURE|PREG_SPLIT_OFFSET_CAPTURE));
var_dump(preg_split('/ /', 'a b c d', 2), preg_split('/\d/', 'a1b2c', 1));
var_dump(preg_quote('a.b*c?[x]#/'."\0", '/'));
var_dump(preg_grep('/^a/', ['x'=>'abc', 'b', 'ac']), preg_grep('/^a/', ['x'=>'abc', 'b', 'ac'], PREG_GREP_INVERT));
var_dump(preg_split('/\d/', ''), preg_split('/\d/', '', -1, PREG_SPLIT_NO_EMPTY));
--EXPECT--
array(5) {
  [0]=>
  string(0) ""
  [1]=>
  string(1) "a"
  [2]=>
  string(1) "b"
  [3]=>
  string(1) "c"
  [4]=>
  string(0) ""
}
array(3) {
  [0]=>
  string(1) "a"
  [1]=>
  string(2) "é"
  [2]=>
  string(1) "c"
}
array(6) {
  [0]=>
  array(2) {
    [0]=>
    string(1) "a"
    [1]=>
    int(0)
  }
  [1]=>
  array(2) {
    [0]=>
    string(1) ","
    [1]=>
    int(1)
  }
  [2]=>
  array(2) {
    [0]=>
    string(1) "b"
    [1]=>
    int(2)
  }
  [3]=>
  array(2) {
    [0]=>
    string(1) ","
    [1]=>
    int(3)
  }
  [4]=>
  array(2) {
    [0]=>
    string(1) "x"
    [1]=>
    int(4)
  }
  [5]=>
  array(2) {
    [0]=>
    string(1) "c"
    [1]=>
    int(5)
  }
}
array(2) {
  [0]=>
  string(1) "a"
  [1]=>
  string(5) "b c d"
}
array(1) {
  [0]=>
  string(5) "a1b2c"
}
string(22) "a\.b\*c\?\[x\]\#\/\000"
array(2) {
  ["x"]=>
  string(3) "abc"
  [1]=>
  string(2) "ac"
}
array(1) {
  [0]=>
  string(1) "b"
}
array(1) {
  [0]=>
  string(0) ""
}
array(0) {
}
