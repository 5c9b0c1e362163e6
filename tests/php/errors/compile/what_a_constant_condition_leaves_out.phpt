--TEST--
The right side of a decided && is not compiled.
--FILE--
<?php
var_dump(false && [1][]);
var_dump(true || static::f(...));
var_dump(1 && 'a', 0 || '');
--EXPECT--
bool(false)
bool(true)
bool(true)
bool(false)
