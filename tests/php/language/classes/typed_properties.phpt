--TEST--
typed properties: conversion, refusal, uninitialised
--FILE--
<?php
class A {
    public int $i = 1;
    public ?string $s = null;
    public int|string $u;
    public float $f;
}
$a = new A;
$a->i = "5";
$a->f = 3;
var_dump($a);
foreach ([fn() => $a->i = 'x', fn() => $a->u, fn() => $a->s = []] as $f) {
    try {
        $f();
    } catch (Error $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
$r = &$a->i;
try {
    $r = 'text';
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
$a->i += 1.0;
var_dump($a->i);
--EXPECT--
object(A)#1 (3) {
  ["i"]=>
  int(5)
  ["s"]=>
  NULL
  ["u"]=>
  uninitialized(string|int)
  ["f"]=>
  float(3)
}
TypeError: Cannot assign string to property A::$i of type int
Error: Typed property A::$u must not be accessed before initialization
TypeError: Cannot assign array to property A::$s of type ?string
Cannot assign string to reference held by property A::$i of type int
int(6)
