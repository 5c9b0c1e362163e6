--TEST--
preg_match_all: by group, by match, with marks
--FILE--
<?php
var_dump(preg_match_all('/(?<l>[a-z])(\d)?/', 'a1b2c', $m), $m);
var_dump(preg_match_all('/(?<l>[a-z])(\d)?/', 'a1b2c', $m, PREG_SET_ORDER), $m);
var_dump(preg_match_all('/(*MARK:hi)a|b/', 'ab', $m), $m);
--EXPECT--
int(3)
array(4) {
  [0]=>
  array(3) {
    [0]=>
    string(2) "a1"
    [1]=>
    string(2) "b2"
    [2]=>
    string(1) "c"
  }
  ["l"]=>
  array(3) {
    [0]=>
    string(1) "a"
    [1]=>
    string(1) "b"
    [2]=>
    string(1) "c"
  }
  [1]=>
  array(3) {
    [0]=>
    string(1) "a"
    [1]=>
    string(1) "b"
    [2]=>
    string(1) "c"
  }
  [2]=>
  array(3) {
    [0]=>
    string(1) "1"
    [1]=>
    string(1) "2"
    [2]=>
    string(0) ""
  }
}
int(3)
array(3) {
  [0]=>
  array(4) {
    [0]=>
    string(2) "a1"
    ["l"]=>
    string(1) "a"
    [1]=>
    string(1) "a"
    [2]=>
    string(1) "1"
  }
  [1]=>
  array(4) {
    [0]=>
    string(2) "b2"
    ["l"]=>
    string(1) "b"
    [1]=>
    string(1) "b"
    [2]=>
    string(1) "2"
  }
  [2]=>
  array(3) {
    [0]=>
    string(1) "c"
    ["l"]=>
    string(1) "c"
    [1]=>
    string(1) "c"
  }
}
int(2)
array(2) {
  [0]=>
  array(2) {
    [0]=>
    string(1) "a"
    [1]=>
    string(1) "b"
  }
  ["MARK"]=>
  array(1) {
    [0]=>
    string(2) "hi"
  }
}
