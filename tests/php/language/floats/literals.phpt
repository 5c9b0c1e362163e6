--TEST--
float: forms of a literal
--FILE--
<?php
var_dump(1.5, .5, 1., 1e3, 1E-3, 1_000.5, 6.02e23);
--EXPECT--
float(1.5)
float(0.5)
float(1)
float(1000)
float(0.001)
float(1000.5)
float(6.02E+23)
