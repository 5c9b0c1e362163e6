--TEST--
throw: anything else is an Error
--FILE--
<?php
foreach ([1, 'text', new stdClass] as $x) {
    try {
        throw $x;
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
--EXPECT--
Can only throw objects
Can only throw objects
Cannot throw objects that do not implement Throwable
