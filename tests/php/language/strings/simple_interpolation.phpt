--TEST--
"$x": variable, one key, one property
--FILE--
<?php
$name = 'World';
$list = ['a', 'b', 'key' => 'value', -1 => 'minus'];
$object = new stdClass;
$object->property = 'prop';
$object->list = ['x'];
echo "Hello $name! $list[0] $list[key] $list[-1] $object->property\n";
echo "$name's $namex[0] $list[1]]\n";
--EXPECTF--
Hello World! a value minus prop

Warning: Undefined variable $namex in %ssimple_interpolation.php on line 8

Warning: Trying to access array offset on value of type null in %ssimple_interpolation.php on line 8
World's  b]
