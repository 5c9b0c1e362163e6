--TEST--
numeric string: arithmetic reads it as int or float
--FILE--
<?php
var_dump("5" + 3, "1.5" + 1, "1e2" * 1, " 7" + 0, "7 " + 0, "-3" - 1, "0x1A" == 26, +"12", -"1.0");
--EXPECT--
int(8)
float(2.5)
float(100)
int(7)
int(7)
int(-4)
bool(false)
int(12)
float(-1)
