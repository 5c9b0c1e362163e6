--TEST--
/: zero on the right throws DivisionByZeroError, for floats too
--FILE--
<?php
foreach ([0, 0.0, -0.0, "0"] as $zero) {
    try {
        var_dump(1 / $zero);
    } catch (DivisionByZeroError $e) {
        echo $e->getMessage(), "\n";
    }
}
--EXPECT--
Division by zero
Division by zero
Division by zero
Division by zero
