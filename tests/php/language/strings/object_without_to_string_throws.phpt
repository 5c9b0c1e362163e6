--TEST--
string: an object that has no text
--FILE--
<?php
try {
    echo new stdClass;
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
--EXPECT--
Object of class stdClass could not be converted to string
