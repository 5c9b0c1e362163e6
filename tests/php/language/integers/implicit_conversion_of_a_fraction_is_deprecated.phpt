--TEST--
float to int: losing a fraction is deprecated where PHP converts on its own
--FILE--
<?php
$list = ['zero', 'one', 'two'];
var_dump($list[1.7]);
var_dump(5.5 % 2);
var_dump(1.5 | 2);
var_dump(chr(65.0));
--EXPECTF--

Deprecated: Implicit conversion from float 1.7 to int loses precision in %simplicit_conversion_of_a_fraction_is_deprecated.php on line 3
string(3) "one"

Deprecated: Implicit conversion from float 5.5 to int loses precision in %simplicit_conversion_of_a_fraction_is_deprecated.php on line 4
int(1)

Deprecated: Implicit conversion from float 1.5 to int loses precision in %simplicit_conversion_of_a_fraction_is_deprecated.php on line 5
int(3)
string(1) "A"
