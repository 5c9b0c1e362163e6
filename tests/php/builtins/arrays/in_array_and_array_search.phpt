--TEST--
in_array(), array_search(): loose and strict
--FILE--
<?php
var_dump(in_array('1', [1, 2]), in_array('1', [1, 2], true), in_array('abc', [0]), in_array(null, [0]), array_search(2, ['a' => 1, 'b' => '2']), array_search('x', ['y']), array_keys(['a' => 1, 'b' => 2, 'c' => '1'], 1));
--EXPECT--
bool(true)
bool(false)
bool(false)
bool(true)
string(1) "b"
bool(false)
array(2) {
  [0]=>
  string(1) "a"
  [1]=>
  string(1) "c"
}
