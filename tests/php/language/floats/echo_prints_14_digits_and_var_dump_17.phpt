--TEST--
float: echo rounds to 14 digits, var_dump shows what is needed to read it back
--FILE--
<?php
echo 0.1 + 0.2, "\n", 1 / 3, "\n", 1e15, "\n", 123456789012345678, "\n", 1.5e3, "\n";
var_dump(0.1 + 0.2, 1 / 3, 1e15, 1.5e3, 0.1, 2.50);
--EXPECT--
0.3
0.33333333333333
1.0E+15
123456789012345678
1500
float(0.30000000000000004)
float(0.3333333333333333)
float(1000000000000000)
float(1500)
float(0.1)
float(2.5)
