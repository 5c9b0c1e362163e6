--TEST--
===: same type and same value
--FILE--
<?php
var_dump(1 === 1.0, "1" === 1, null === null, [1, 2] === [1, 2], [1, 2] === [2 => 1], 1.5 === 1.5, "a" !== "a");
--EXPECT--
bool(false)
bool(false)
bool(true)
bool(true)
bool(false)
bool(true)
bool(false)
