--TEST--
Unpacking: a wrong name is told before the positional argument that follows it
--FILE--
<?php
function sum($a = 1, $b = 2) { return $a + $b; }
foreach ([[1, 2, 'a' => 3, 4], ['a' => 3, 4], ['zz' => 3, 4]] as $arguments) {
    try {
        echo sum(...$arguments), "\n";
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
--EXPECT--
Named parameter $a overwrites previous argument
Cannot use positional argument after named argument during unpacking
Unknown named parameter $zz
