--TEST--
constants: those that every program has
--FILE--
<?php
var_dump(PHP_EOL, PHP_INT_SIZE, PHP_INT_MAX, PHP_INT_MIN, PHP_FLOAT_EPSILON, PHP_FLOAT_MAX, M_PI, PHP_OS_FAMILY);
var_dump(PHP_MAJOR_VERSION, PHP_MINOR_VERSION, E_ALL, DIRECTORY_SEPARATOR, TRUE, False, NULL);
--EXPECT--
string(1) "
"
int(8)
int(9223372036854775807)
int(-9223372036854775808)
float(2.220446049250313E-16)
float(1.7976931348623157E+308)
float(3.141592653589793)
string(5) "Linux"
int(8)
int(2)
int(32767)
string(1) "/"
bool(true)
bool(false)
NULL
