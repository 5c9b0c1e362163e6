--TEST--
arithmetic: arrays and objects throw, naming both types
--FILE--
<?php
$pairs = [[[], 1], [1, []], [[], []], ["a", []], [null, []], [1.5, []], [new stdClass, 1]];
foreach ($pairs as [$left, $right]) {
    try {
        var_dump($left * $right);
    } catch (TypeError $e) {
        echo $e->getMessage(), "\n";
    }
}
try {
    $x = [];
    $x += 1;
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
try {
    -[];
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
--EXPECT--
Unsupported operand types: array * int
Unsupported operand types: int * array
Unsupported operand types: array * array
Unsupported operand types: string * array
Unsupported operand types: null * array
Unsupported operand types: float * array
Unsupported operand types: stdClass * int
Unsupported operand types: array + int
Unsupported operand types: array * int
