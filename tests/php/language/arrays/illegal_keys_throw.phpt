--TEST--
keys: arrays and objects
--FILE--
<?php
foreach ([[], new stdClass] as $key) {
    try {
        $a = [];
        $a[$key] = 1;
    } catch (TypeError $e) {
        echo $e->getMessage(), "\n";
    }
    try {
        var_dump([1][$key]);
    } catch (TypeError $e) {
        echo $e->getMessage(), "\n";
    }
    try {
        var_dump(isset([1][$key]));
    } catch (TypeError $e) {
        echo $e->getMessage(), "\n";
    }
}
--EXPECT--
Illegal offset type
Illegal offset type
Illegal offset type in isset or empty
Illegal offset type
Illegal offset type
Illegal offset type in isset or empty
