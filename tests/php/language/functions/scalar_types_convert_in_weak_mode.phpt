--TEST--
types: int, float, string and bool parameters convert what fits
--FILE--
<?php
function i(int $x) { return $x; }
function f(float $x) { return $x; }
function s(string $x) { return $x; }
function b(bool $x) { return $x; }
var_dump(i("5"), i(5.0), i(true), f(5), f("1.5"), s(5), s(1.5), s(true), b(1), b(""), b("a"), b(0.0));
--EXPECT--
int(5)
int(5)
int(1)
float(5)
float(1.5)
string(1) "5"
string(3) "1.5"
string(1) "1"
bool(true)
bool(false)
bool(true)
bool(false)
