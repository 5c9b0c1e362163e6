--TEST--
int: what passes PHP_INT_MAX becomes a float
--FILE--
<?php
var_dump(PHP_INT_MAX + 1);
var_dump(PHP_INT_MIN - 1);
var_dump(PHP_INT_MAX * 2);
var_dump(9223372036854775807 + 0);
$n = PHP_INT_MAX;
$n++;
var_dump($n);
$n = PHP_INT_MIN;
--$n;
var_dump($n);
--EXPECT--
float(9.223372036854776E+18)
float(-9.223372036854776E+18)
float(1.8446744073709552E+19)
int(9223372036854775807)
float(9.223372036854776E+18)
float(-9.223372036854776E+18)
