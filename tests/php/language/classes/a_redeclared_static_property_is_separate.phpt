--TEST--
static: a child that declares it again has its own
--FILE--
<?php
class A {
    public static $shared = 'A';
    public static $own = 'A';
}
class B extends A {
    public static $own = 'B';
}
B::$shared = 'changed';
B::$own = 'changed';
var_dump(A::$shared, A::$own, B::$own);
--EXPECT--
string(7) "changed"
string(1) "A"
string(7) "changed"
