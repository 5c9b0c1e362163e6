--TEST--
numeric string: arithmetic with text that is no number throws
--FILE--
<?php
try {
    var_dump("apples" + 3);
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
try {
    var_dump("" * 3);
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
--EXPECT--
Unsupported operand types: string + int
Unsupported operand types: string * int
