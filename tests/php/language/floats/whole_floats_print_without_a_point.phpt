--TEST--
float: echo of a whole float shows no fraction
--FILE--
<?php
echo 1.0, " ", -2.0, " ", 100000.0, " ", 7.0 / 7, "\n";
var_dump(1.0, -2.0);
echo -0.0, "\n";
var_dump(-0.0, 0.0 === -0.0);
--EXPECT--
1 -2 100000 1
float(1)
float(-2)
-0
float(-0)
bool(true)
