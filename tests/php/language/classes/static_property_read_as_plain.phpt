--TEST--
static properties: read and written like a property of the object
--FILE--
<?php
class C { static $x = 1; protected static $y = 2; }
$c = new C;
echo $c->x, "|\n";
$c->x = 5;
try { echo $c->y; } catch (Error $e) { echo $e->getMessage(), "\n"; }
var_dump(isset($c->x), isset(C::$y), C::$x);
--EXPECTF--

Notice: Accessing static property C::$x as non static in %sstatic_property_read_as_plain.php on line 4

Warning: Undefined property: C::$x in %sstatic_property_read_as_plain.php on line 4
|

Notice: Accessing static property C::$x as non static in %sstatic_property_read_as_plain.php on line 5

Deprecated: Creation of dynamic property C::$x is deprecated in %sstatic_property_read_as_plain.php on line 5
Cannot access protected property C::$y
bool(true)
bool(false)
int(1)
