--TEST--
generators: what PHP refuses
--FILE--
<?php
function g() { $x = yield 1; echo "got ", var_export($x, true), "\n"; yield 'k' => 2; return 3; }
function &h() { yield 1; $x = 1; yield $x; }
function y() { yield from 1; }
function selfish() { global $selfish; try { $selfish->next(); } catch (Error $e) { echo $e->getMessage(), "\n"; } yield 1; }
function attempt(callable $f) {
    try { $f(); } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
}
attempt(fn() => new Generator);
$g = g();
attempt(fn() => clone $g);
attempt(fn() => serialize($g));
attempt(fn() => unserialize('O:9:"Generator":0:{}'));
attempt(function () use ($g) { foreach ($g as &$r) {} });
attempt(function () use ($g) { $g->next(); $g->rewind(); });
attempt(fn() => $g->getReturn());
$g->next();
var_dump($g->getReturn());
attempt(function () use ($g) { foreach ($g as $r) {} });
attempt(function () use ($g) { $g->x = 1; });
attempt(fn() => $g->throw(1));
attempt(fn() => $g->throw(new Exception("x")));
foreach (h() as &$v) { var_dump($v); }
attempt(function () { foreach (y() as $r) {} });
attempt(fn() => g()->send());
attempt(fn() => g()->next(1));
$selfish = selfish();
$selfish->next();
--EXPECTF--
Error: The "Generator" class is reserved for internal use and cannot be manually instantiated
Error: Trying to clone an uncloneable object of class Generator
Exception: Serialization of 'Generator' is not allowed
Exception: Unserialization of 'Generator' is not allowed
Exception: You can only iterate a generator by-reference if it declared that it yields by-reference
got NULL
Exception: Cannot rewind a generator that was already run
Exception: Cannot get return value of a generator that hasn't returned
int(3)
Exception: Cannot traverse an already closed generator
Error: Cannot create dynamic property Generator::$x
TypeError: Generator::throw(): Argument #1 ($exception) must be of type Throwable, int given
Exception: x

Notice: Only variable references should be yielded by reference in %serrors.php on line 3
int(1)
int(1)
Error: Can use "yield from" only with arrays and Traversables
ArgumentCountError: Generator::send() expects exactly 1 argument, 0 given
ArgumentCountError: Generator::next() expects exactly 0 arguments, 1 given
Cannot resume an already running generator
