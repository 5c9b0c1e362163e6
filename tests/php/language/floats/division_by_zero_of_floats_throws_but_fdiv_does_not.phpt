--TEST--
fdiv(): division after IEEE 754
--FILE--
<?php
var_dump(fdiv(1, 0), fdiv(-1, 0), fdiv(0, 0), fmod(7.5, 2), fmod(-7.5, 2), fmod(1, 0));
--EXPECT--
float(INF)
float(-INF)
float(NAN)
float(1.5)
float(-1.5)
float(NAN)
