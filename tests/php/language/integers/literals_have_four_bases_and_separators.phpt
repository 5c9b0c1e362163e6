--TEST--
int: decimal, hexadecimal, octal and binary literals, and underscores
--FILE--
<?php
var_dump(255, 0xff, 0XFF, 0377, 0o377, 0b11111111, 1_000_000, 0x7f_ff);
var_dump(0x7fffffffffffffff);
var_dump(0x8000000000000000);
var_dump(9223372036854775808);
--EXPECT--
int(255)
int(255)
int(255)
int(255)
int(255)
int(255)
int(1000000)
int(32767)
int(9223372036854775807)
float(9.223372036854776E+18)
float(9.223372036854776E+18)
