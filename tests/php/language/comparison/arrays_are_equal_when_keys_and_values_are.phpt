--TEST--
== on arrays: same pairs, in any order; === minds the order
--FILE--
<?php
var_dump(['a' => 1, 'b' => 2] == ['b' => 2, 'a' => 1]);
var_dump(['a' => 1, 'b' => 2] === ['b' => 2, 'a' => 1]);
var_dump([1, "2"] == ["1", 2], [0] == [false], [1] == [1, 2], [[1]] == [["1"]]);
var_dump(['a' => 1] < ['b' => 1], ['a' => 1] > ['b' => 1]);
--EXPECT--
bool(true)
bool(false)
bool(true)
bool(true)
bool(false)
bool(true)
bool(false)
bool(false)
