--TEST--
builtins: TypeError and ValueError texts
--FILE--
<?php
$calls = [
    fn() => strlen([]),
    fn() => str_repeat('x', -1),
    fn() => array_fill(0, -1, 0),
    fn() => count(5),
    fn() => range(1, 2, 5),
    fn() => str_repeat('x', 'y'),
    fn() => implode(',', 5),
    fn() => array_combine([1], [1, 2]),
    fn() => in_array(1, 'x'),
    fn() => number_format('x'),
    fn() => array_map('nope', [1]),
    fn() => max([]),
    fn() => max(1),
    fn() => explode('', 'x'),
];
foreach ($calls as $call) {
    try {
        $call();
        echo "no error\n";
    } catch (Error $e) {
        echo get_class($e), ": ", $e->getMessage(), "\n";
    }
}
--EXPECT--
TypeError: strlen(): Argument #1 ($string) must be of type string, array given
ValueError: str_repeat(): Argument #2 ($times) must be greater than or equal to 0
ValueError: array_fill(): Argument #2 ($count) must be greater than or equal to 0
TypeError: count(): Argument #1 ($value) must be of type Countable|array, int given
ValueError: range(): Argument #3 ($step) must not exceed the specified range
TypeError: str_repeat(): Argument #2 ($times) must be of type int, string given
TypeError: implode(): Argument #2 ($array) must be of type ?array, int given
ValueError: array_combine(): Argument #1 ($keys) and argument #2 ($values) must have the same number of elements
TypeError: in_array(): Argument #2 ($haystack) must be of type array, string given
TypeError: number_format(): Argument #1 ($num) must be of type float, string given
TypeError: array_map(): Argument #1 ($callback) must be a valid callback or null, function "nope" not found or invalid function name
ValueError: max(): Argument #1 ($value) must contain at least one element
TypeError: max(): Argument #1 ($value) must be of type array, int given
ValueError: explode(): Argument #1 ($separator) cannot be empty
