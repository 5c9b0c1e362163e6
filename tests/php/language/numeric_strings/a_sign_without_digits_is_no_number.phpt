--TEST--
A minus sign without a digit gives 0, one before zeros gives -0
--FILE--
<?php
var_dump((float) '-', (float) '-x', (float) ' -.', (float) '-0', (float) '-0.0x', floatval('-e5'));
printf("%g %G %h %05g %+g\n", -0.0, -0.0, -0.0, -0.0, 0.0);
--EXPECT--
float(0)
float(0)
float(0)
float(-0)
float(-0)
float(0)
-0 -0 -0 -0000 +0
