--TEST--
closures made in one place: bound values, statics, scope
--FILE--
<?php
$fs = [];
for ($i = 0; $i < 3; $i++) $fs[] = function ($x) use ($i) { static $calls = 0; $calls++; return "$i:$x:$calls"; };
foreach ([0, 1, 0, 2, 0] as $n) echo $fs[$n]($n), ' ';
echo "\n";
class A { private $v = 'a'; function get() { return fn() => $this->v . static::class; } static function make() { return static fn() => static::class . self::class; } }
class B extends A {}
foreach ([new A, new B, new A] as $o) echo $o->get()(), $o::make()(), ' ';
$f = (new A)->get(); $g = Closure::bind(function () { return $this->v; }, new B, A::class); echo $f(), $g(), "\n";
$by = []; foreach (['x', 'y'] as $k) { $by[$k] = function () use (&$k) { return $k; }; } echo $by['x'](), $by['y'](), "\n";
class P { static function name() { return 'P' . static::class; } function inst() { return 'i' . static::class; } protected static function hidden() { return 'h' . static::class; } }
class C extends P { function inst() { return parent::inst() . P::inst() . self::name() . parent::name() . P::name() . static::hidden() . parent::hidden() . C::hidden(); } static function all() { return parent::name() . self::name() . P::name() . C::name(); } }
class D extends C {}
echo (new C)->inst(), ' ', (new D)->inst(), ' ', D::all(), ' ', C::all(), "\n";
try { echo P::hidden(); } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { echo P::inst(); } catch (Error $e) { echo $e->getMessage(), "\n"; }
--EXPECT--
0:0:1 1:1:1 0:0:2 2:2:1 0:0:3 
aAAA aBBA aAAA aAa
yy
iCiCPCPCPPhChChC iDiDPDPDPPhDhDhC PDPDPPPC PCPCPPPC
Call to protected method P::hidden() from global scope
Non-static method P::inst() cannot be called statically
