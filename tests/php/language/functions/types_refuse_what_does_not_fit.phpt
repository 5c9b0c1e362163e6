--TEST--
types: the text of a TypeError
--FILE--
<?php
function i(int $x) {}
function s(string $x) {}
function a(array $x) {}
function o(stdClass $x) {}
function n(?int $x) {}
function u(int|string $x) {}
function c(callable $x) {}
function it(iterable $x) {}
foreach ([['i', 'abc'], ['i', '1.5'], ['i', null], ['i', []], ['s', []], ['s', null], ['a', 'x'], ['o', 1], ['n', 'x'], ['u', []], ['c', 'no_such'], ['it', 1]] as [$f, $x]) {
    try {
        $f($x);
    } catch (TypeError $e) {
        echo $e->getMessage(), "\n";
    }
}
--EXPECTF--
i(): Argument #1 ($x) must be of type int, string given, called in %stypes_refuse_what_does_not_fit.php on line 12

Deprecated: Implicit conversion from float-string "1.5" to int loses precision in %stypes_refuse_what_does_not_fit.php on line 2
i(): Argument #1 ($x) must be of type int, null given, called in %stypes_refuse_what_does_not_fit.php on line 12
i(): Argument #1 ($x) must be of type int, array given, called in %stypes_refuse_what_does_not_fit.php on line 12
s(): Argument #1 ($x) must be of type string, array given, called in %stypes_refuse_what_does_not_fit.php on line 12
s(): Argument #1 ($x) must be of type string, null given, called in %stypes_refuse_what_does_not_fit.php on line 12
a(): Argument #1 ($x) must be of type array, string given, called in %stypes_refuse_what_does_not_fit.php on line 12
o(): Argument #1 ($x) must be of type stdClass, int given, called in %stypes_refuse_what_does_not_fit.php on line 12
n(): Argument #1 ($x) must be of type ?int, string given, called in %stypes_refuse_what_does_not_fit.php on line 12
u(): Argument #1 ($x) must be of type string|int, array given, called in %stypes_refuse_what_does_not_fit.php on line 12
c(): Argument #1 ($x) must be of type callable, string given, called in %stypes_refuse_what_does_not_fit.php on line 12
it(): Argument #1 ($x) must be of type Traversable|array, int given, called in %stypes_refuse_what_does_not_fit.php on line 12
