--TEST--
types: nullable, unions, mixed, iterable, callable
--FILE--
<?php
function n(?int $x) { return $x; }
function u(int|string|null $x) { return $x; }
function m(mixed $x) { return gettype($x); }
function it(iterable $x) { return count($x); }
function c(callable $x) { return $x('ok'); }
function fl(int|float $x) { return $x; }
function d(int $x = null) { return $x; }
var_dump(n(null), n(3), u(null), u("x"), u(1.0), m(null), it([1]), c('strtoupper'), fl("1.5"), fl("7"), d());
--EXPECT--
NULL
int(3)
NULL
string(1) "x"
int(1)
string(4) "NULL"
int(1)
string(2) "OK"
float(1.5)
int(7)
NULL
