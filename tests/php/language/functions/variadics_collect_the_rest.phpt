--TEST--
...$rest: also with string keys, by reference, and typed
--FILE--
<?php
function f($first, ...$rest) {
    return json_encode([$first, $rest]);
}
echo f(1), f(1, 2, 3), f(1, a: 2, b: 3), "\n";
function zero(&...$all) {
    foreach ($all as &$one) {
        $one = 0;
    }
}
$x = 5;
$y = 6;
zero($x, $y);
var_dump($x, $y);
function ints(int ...$n) {
    return array_sum($n);
}
echo ints(1, 2, 3), "\n";
try {
    ints(1, 'x');
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
--EXPECTF--
[1,[]][1,[2,3]][1,{"a":2,"b":3}]
int(0)
int(0)
6
ints(): Argument #2 must be of type int, string given, called in %svariadics_collect_the_rest.php on line 20
