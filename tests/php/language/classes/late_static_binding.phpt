--TEST--
static:: the class that was called
--FILE--
<?php
class A {
    static function create() { return new static; }
    static function name() { return static::class; }
    static function test() { return self::name() . ' ' . static::name(); }
    function viaObject() { return static::name(); }
}
class B extends A {
    static function viaParent() { return parent::name() . ' ' . A::name(); }
}
var_dump(get_class(B::create()), B::test(), B::viaParent(), (new B)->viaObject(), A::test());
--EXPECT--
string(1) "B"
string(3) "B B"
string(3) "B A"
string(1) "B"
string(3) "A A"
