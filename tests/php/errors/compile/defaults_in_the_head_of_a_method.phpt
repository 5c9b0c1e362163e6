--TEST--
How the message about a method that does not fit prints defaults.
--FILE--
<?php
namespace Foo;
class A { const X = 1; function f($a = C, $b = \D, $c = self::X, $d = A::X, $e = [self::X], $f = [1], $g = [], $h = 1 + 1, $i = 'a long text', $j = null) {} }
class B extends A { function f() {} }
--EXIT--
255
--EXPECTF--

Fatal error: Declaration of Foo\B::f() must be compatible with Foo\A::f($a = Foo\C, $b = D, $c = self::X, $d = Foo\A::X, $e = <expression>, $f = [...], $g = [], $h = 2, $i = 'a long tex...', $j = null) in %sdefaults_in_the_head_of_a_method.php on line 4
