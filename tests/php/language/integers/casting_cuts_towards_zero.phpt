--TEST--
(int): floats lose their fraction, strings give their leading number
--FILE--
<?php
var_dump((int) 1.9, (int) -1.9, (int) "12abc", (int) "abc", (int) " 42", (int) "1e3", (int) true, (int) null);
var_dump((int) NAN, (int) INF, (int) "9999999999999999999", (int) [], (int) [0]);
--EXPECT--
int(1)
int(-1)
int(12)
int(0)
int(42)
int(1000)
int(1)
int(0)
int(0)
int(0)
int(9223372036854775807)
int(0)
int(1)
