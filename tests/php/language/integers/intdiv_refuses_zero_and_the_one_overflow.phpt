--TEST--
intdiv(): zero and PHP_INT_MIN / -1 throw
--FILE--
<?php
var_dump(intdiv(7, 2), intdiv(-7, 2), intdiv(7, -2));
try {
    intdiv(1, 0);
} catch (DivisionByZeroError $e) {
    echo $e->getMessage(), "\n";
}
try {
    intdiv(PHP_INT_MIN, -1);
} catch (ArithmeticError $e) {
    echo get_class($e), ": ", $e->getMessage(), "\n";
}
--EXPECT--
int(3)
int(-3)
int(-3)
Division by zero
ArithmeticError: Division of PHP_INT_MIN by -1 is not an integer
