--TEST--
Messages of assignments by reference to overloaded properties, of closures' properties and of unpacking
--FILE--
<?php
class Magic { function __get($name) { return [1]; } }
function attempt($f) {
    try { $f(); } catch (Error $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
}
attempt(function () { $m = new Magic; $m->x = &$y; });
attempt(function () { $c = fn () => 1; $c->x = 1; });
function keys() { yield [] => 1; }
attempt(fn () => [...keys()]);
attempt(fn () => max(...keys()));
attempt(fn () => [PHP_INT_MAX => 1, ...[2]]);
--EXPECTF--

Notice: Indirect modification of overloaded property Magic::$x has no effect in %sreferences_to_magic_properties_and_unpacking.php on line 6
Error: Cannot assign by reference to overloaded object
Error: Cannot create dynamic property Closure::$x
Error: Keys must be of type int|string during array unpacking
Error: Keys must be of type int|string during argument unpacking
Error: Cannot add element to the array as the next element is already occupied
