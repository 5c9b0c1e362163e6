--TEST--
< > <= >=: numbers, numeric strings, other strings, arrays
--FILE--
<?php
var_dump(1 < 2, "10" < "9", "10" < "9a", "abc" < "abd", 2 <= 2, 3 >= 4, "Z" < "a");
var_dump([1, 2] < [1, 3], [1, 2] < [1, 2, 0], null < 1, null < -1, true > 10, "abc" > 5);
--EXPECT--
bool(true)
bool(false)
bool(true)
bool(true)
bool(true)
bool(false)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(false)
bool(true)
