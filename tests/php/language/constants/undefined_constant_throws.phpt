--TEST--
constants: an unknown name throws Error
--FILE--
<?php
try {
    echo UNKNOWN;
} catch (Error $e) {
    echo get_class($e), ": ", $e->getMessage(), "\n";
}
try {
    constant('UNKNOWN_TOO');
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
--EXPECT--
Error: Undefined constant "UNKNOWN"
Undefined constant "UNKNOWN_TOO"
