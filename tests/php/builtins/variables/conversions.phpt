--TEST--
intval(), floatval(), strval(), boolval() with bases
--FILE--
<?php
var_dump(intval('42abc'), intval('0x1A', 16), intval('0x1A', 0), intval('012', 0), intval('101', 2), intval(42.99), intval('  12 '), floatval('1.5abc'), floatval('-.5e2'), strval(1.0), boolval('false'), boolval('0'), intval(null), intval('z', 36));
--EXPECT--
int(42)
int(26)
int(26)
int(10)
int(5)
int(42)
int(12)
float(1.5)
float(-50)
string(1) "1"
bool(true)
bool(false)
int(0)
int(35)
