--TEST--
<< and >>: a negative number of bits throws ArithmeticError
--FILE--
<?php
foreach (['<<', '>>'] as $operator) {
    try {
        var_dump($operator === '<<' ? 1 << -1 : 1 >> -1);
    } catch (ArithmeticError $e) {
        echo get_class($e), ": ", $e->getMessage(), "\n";
    }
}
--EXPECT--
ArithmeticError: Bit shift by negative number
ArithmeticError: Bit shift by negative number
