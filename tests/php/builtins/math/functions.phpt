--TEST--
sqrt(), pow(), log(), trigonometry
--FILE--
<?php
var_dump(sqrt(16), sqrt(-1), pow(2, 3), pow(2, -1), pow('2', 0.5), log(M_E), log(8, 2), log10(1000), exp(1), sin(0), cos(0), tan(0), atan2(1, 1), pi(), hypot(3, 4), deg2rad(180), rad2deg(M_PI), fmod(10, 3), intdiv(10, 3), log(0));
--EXPECT--
float(4)
float(NAN)
int(8)
float(0.5)
float(1.4142135623730951)
float(1)
float(3)
float(3)
float(2.718281828459045)
float(0)
float(1)
float(0)
float(0.7853981633974483)
float(3.141592653589793)
float(5)
float(3.141592653589793)
float(180)
float(1)
int(3)
float(-INF)
