--TEST--
declare(strict_types=1): only int to float is converted
--FILE--
<?php
declare(strict_types=1);
function f(float $x) { return $x; }
function s(string $x) { return $x; }
var_dump(f(1));
try {
    s(5);
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
try {
    strlen(5);
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
function r(): int { return "5"; }
try {
    r();
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
var_dump(array_map('s', ['a']));
--EXPECTF--
float(1)
s(): Argument #1 ($x) must be of type string, int given, called in %sstrict_types_refuse_conversion.php on line 7
strlen(): Argument #1 ($string) must be of type string, int given
r(): Return value must be of type int, string returned
array(1) {
  [0]=>
  string(1) "a"
}
