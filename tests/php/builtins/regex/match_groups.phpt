--TEST--
preg_match: groups by number and name, offsets, nulls, marks, offsets from the end
--FILE--
<?php
var_dump(preg_match('/(\d+)-(?<w>\w+)(x)?/', 'ab 12-foo', $m), $m);
var_dump(preg_match('/(a)(b)?(c)?/', 'a', $m, PREG_UNMATCHED_AS_NULL|PREG_OFFSET_CAPTURE), $m);
var_dump(preg_match('/a/', 'xa', $m, 0, 5), $m, preg_match('/a/', 'xa', $m, 0, -1), $m);
var_dump(preg_match('/(?<n>a)|(?<n>b)/J', 'b', $m), $m);
var_dump(preg_match('/(*MARK:hi)a/', 'a', $m), $m);
--EXPECT--
int(1)
array(4) {
  [0]=>
  string(6) "12-foo"
  [1]=>
  string(2) "12"
  ["w"]=>
  string(3) "foo"
  [2]=>
  string(3) "foo"
}
int(1)
array(4) {
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
    string(1) "a"
    [1]=>
    int(0)
  }
  [2]=>
  array(2) {
    [0]=>
    NULL
    [1]=>
    int(-1)
  }
  [3]=>
  array(2) {
    [0]=>
    NULL
    [1]=>
    int(-1)
  }
}
bool(false)
array(0) {
}
int(1)
array(1) {
  [0]=>
  string(1) "a"
}
int(1)
array(4) {
  [0]=>
  string(1) "b"
  ["n"]=>
  string(1) "b"
  [1]=>
  string(0) ""
  [2]=>
  string(1) "b"
}
int(1)
array(2) {
  [0]=>
  string(1) "a"
  ["MARK"]=>
  string(2) "hi"
}
