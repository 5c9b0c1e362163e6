--TEST--
float: where the exponent form begins, for echo and for var_dump
--FILE--
<?php
foreach ([1e14, 1e15, 123456789012345.0, 1.0E+25, 0.0001, 0.00001, -1.5e-7, 1e100] as $float) {
    echo $float, " ";
    var_dump($float);
}
--EXPECT--
1.0E+14 float(100000000000000)
1.0E+15 float(1000000000000000)
1.2345678901234E+14 float(123456789012345)
1.0E+25 float(1.0E+25)
0.0001 float(0.0001)
1.0E-5 float(1.0E-5)
-1.5E-7 float(-1.5E-7)
1.0E+100 float(1.0E+100)
