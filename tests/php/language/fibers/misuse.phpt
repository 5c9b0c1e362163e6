--TEST--
fibers: what is not allowed
--FILE--
<?php
function attempt($what) {
    try {
        var_dump($what());
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
$fiber = new Fiber(function () use (&$fiber) {
    attempt(fn() => $fiber->start());
    attempt(fn() => $fiber->resume());
    attempt(fn() => $fiber->throw(new Exception));
    attempt(fn() => $fiber->getReturn());
    Fiber::suspend();
});
attempt(fn() => $fiber->resume());
attempt(fn() => $fiber->getReturn());
$fiber->start();
attempt(fn() => $fiber->start());
attempt(fn() => $fiber->getReturn());
$fiber->resume();
attempt(fn() => $fiber->resume());
attempt(fn() => $fiber->getReturn());
attempt(fn() => Fiber::suspend());
attempt(fn() => new Fiber('no such function'));
attempt(fn() => new Fiber);
attempt(fn() => $fiber->__construct(fn() => 1));
attempt(fn() => clone $fiber);
attempt(fn() => serialize($fiber));
attempt(fn() => $fiber->property = 1);
attempt(fn() => new FiberError);
attempt(fn() => $fiber->throw('text'));
$thrower = new Fiber(fn() => throw new Exception('thrown'));
attempt(fn() => $thrower->start());
attempt(fn() => $thrower->getReturn());
var_dump($fiber);
--EXPECT--
FiberError: Cannot resume a fiber that is not suspended
FiberError: Cannot get fiber return value: The fiber has not been started
FiberError: Cannot start a fiber that has already been started
FiberError: Cannot resume a fiber that is not suspended
FiberError: Cannot resume a fiber that is not suspended
FiberError: Cannot get fiber return value: The fiber has not returned
FiberError: Cannot start a fiber that has already been started
FiberError: Cannot get fiber return value: The fiber has not returned
FiberError: Cannot resume a fiber that is not suspended
NULL
FiberError: Cannot suspend outside of a fiber
TypeError: Fiber::__construct(): Argument #1 ($callback) must be a valid callback, function "no such function" not found or invalid function name
ArgumentCountError: Fiber::__construct() expects exactly 1 argument, 0 given
FiberError: Cannot call constructor twice
Error: Trying to clone an uncloneable object of class Fiber
Exception: Serialization of 'Fiber' is not allowed
Error: Cannot create dynamic property Fiber::$property
Error: The "FiberError" class is reserved for internal use and cannot be manually instantiated
TypeError: Fiber::throw(): Argument #1 ($exception) must be of type Throwable, string given
Exception: thrown
FiberError: Cannot get fiber return value: The fiber threw an exception
object(Fiber)#1 (0) {
}
