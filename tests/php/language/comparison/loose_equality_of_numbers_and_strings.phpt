--TEST--
==: a number meets a numeric string as a number, any other string as a string
--FILE--
<?php
var_dump(0 == "a", "1" == "01", 100 == "1e2", "abc" == 0, null == false, [] == false, "0" == false);
var_dump("" == null, "a" == "A", 1.0 == "1", "1" == "1.0", " 1" == 1, "1 " == 1, "1x" == 1, null == 0);
var_dump("abc" == "ABC", "10" == "1e1", "0x10" == 16, "inf" == INF);
--EXPECT--
bool(false)
bool(true)
bool(true)
bool(false)
bool(true)
bool(true)
bool(true)
bool(true)
bool(false)
bool(true)
bool(true)
bool(true)
bool(true)
bool(false)
bool(true)
bool(false)
bool(true)
bool(false)
bool(false)
