--TEST--
types: an int parameter and floats with a fraction
--FILE--
<?php
function i(int $x) { return $x; }
try {
    var_dump(i(1.5));
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
try {
    var_dump(i(1e20));
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
--EXPECTF--

Deprecated: Implicit conversion from float 1.5 to int loses precision in %sfraction_to_int_parameter_is_deprecated.php on line 2
int(1)
i(): Argument #1 ($x) must be of type int, float given, called in %sfraction_to_int_parameter_is_deprecated.php on line 9
