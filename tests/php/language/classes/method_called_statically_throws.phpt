--TEST--
A::m() of an instance method
--FILE--
<?php
class A {
    function m() { return isset($this); }
}
try {
    A::m();
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
function f() { return $this; }
try {
    f();
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
--EXPECT--
Non-static method A::m() cannot be called statically
Using $this when not in object context
