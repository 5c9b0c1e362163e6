--TEST--
sprintf(): too few arguments, unknown conversions
--FILE--
<?php
foreach (['%d %d', '%z', '%2$s', '%0$s'] as $format) {
    try {
        echo sprintf($format, 1), "\n";
    } catch (Error $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
--EXPECT--
ArgumentCountError: 3 arguments are required, 2 given
ValueError: Unknown format specifier "z"
ArgumentCountError: 3 arguments are required, 2 given
ValueError: Argument number specifier must be greater than zero and less than 2147483647
