--TEST--
new: a class that does not exist
--FILE--
<?php
foreach ([fn() => new Missing, fn() => Missing::f(), fn() => Missing::X, fn() => Missing::$x] as $f) {
    try {
        $f();
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
--EXPECT--
Class "Missing" not found
Class "Missing" not found
Class "Missing" not found
Class "Missing" not found
