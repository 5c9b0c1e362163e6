--TEST--
%: zero on the right throws DivisionByZeroError
--FILE--
<?php
try {
    echo 1 % 0;
} catch (DivisionByZeroError $e) {
    echo get_class($e), ": ", $e->getMessage(), "\n";
}
--EXPECT--
DivisionByZeroError: Modulo by zero
