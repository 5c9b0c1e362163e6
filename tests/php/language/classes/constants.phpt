--TEST--
const: visibility, expressions, inheritance, ::class
--FILE--
<?php
class A {
    const ONE = 1;
    const LIST = [self::ONE, 'two' => self::ONE * 2];
    protected const HIDDEN = 'h';
    final public const LAST = 'last';
    static function hidden() { return static::HIDDEN; }
}
class B extends A {
    const ONE = 'one of B';
    protected const HIDDEN = 'h of B';
}
$o = new B;
var_dump(A::ONE, B::ONE, B::LIST['two'], B::LAST, B::hidden(), $o::ONE, B::class, $o::class, constant('A::ONE'));
try {
    A::HIDDEN;
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
try {
    A::NONE;
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
--EXPECT--
int(1)
string(8) "one of B"
int(2)
string(4) "last"
string(6) "h of B"
string(8) "one of B"
string(1) "B"
string(1) "B"
int(1)
Cannot access protected constant A::HIDDEN
Undefined constant A::NONE
