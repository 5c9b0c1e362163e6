--TEST--
Names that are often mistaken for types.
--FILE--
<?php
namespace N;
use Other as boolean;
function f(integer $a, double $b, boolean $c, resource $d, \integer $e, Integer $f) {}
echo "fine\n";
--EXPECTF--

Warning: "integer" will be interpreted as a class name. Did you mean "int"? Write "\N\integer" or import the class with "use" to suppress this warning in %stypes_that_look_like_builtin_ones.php on line 4

Warning: "double" will be interpreted as a class name. Did you mean "float"? Write "\N\double" or import the class with "use" to suppress this warning in %stypes_that_look_like_builtin_ones.php on line 4

Warning: "resource" is not a supported builtin type and will be interpreted as a class name. Write "\N\resource" or import the class with "use" to suppress this warning in %stypes_that_look_like_builtin_ones.php on line 4
fine
