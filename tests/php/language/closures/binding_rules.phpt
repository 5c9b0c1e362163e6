--TEST--
closures: which $this and scope they can be bound to
--FILE--
<?php
class A { private static $p = 7; private $q = 8; function method() { return isset($this) ? get_class($this) : 'no'; } function closure() { return function () { return isset($this) ? get_class($this) : 'no'; }; } }
class B {}
$static = static function () { return [isset(A::$p), isset($this)]; };
$plain = function () { return [isset(A::$p), isset($this)]; };
echo json_encode([$static(), $plain()]), "\n";
echo json_encode(Closure::bind($static, null, 'A')()), "\n";
echo json_encode(Closure::bind($plain, new B, 'A')()), "\n";
var_dump(Closure::bind($static, new A));
var_dump((new A)->closure()->bindTo(null));
var_dump((new A)->method(...)->bindTo(new B));
var_dump((new A)->method(...)->bindTo(null));
var_dump($plain->bindTo(null, 'Nowhere'));
var_dump($plain->bindTo(null, 'stdClass'));
var_dump(strlen(...)->bindTo(null, 'A'));
--EXPECTF--
[[false,false],[false,false]]
[true,false]
[true,true]

Warning: Cannot bind an instance to a static closure in %sbinding_rules.php on line 9
NULL

Warning: Cannot unbind $this of closure using $this in %sbinding_rules.php on line 10
NULL

Warning: Cannot bind method A::method() to object of class B in %sbinding_rules.php on line 11
NULL

Warning: Cannot unbind $this of method in %sbinding_rules.php on line 12
NULL

Warning: Class "Nowhere" not found in %sbinding_rules.php on line 13
NULL

Warning: Cannot bind closure to scope of internal class stdClass in %sbinding_rules.php on line 14
NULL

Warning: Cannot rebind scope of closure created from function in %sbinding_rules.php on line 15
NULL
