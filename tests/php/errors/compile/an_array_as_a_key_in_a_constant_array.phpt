--TEST--
Among constants it shows while compiling that an array is no key.
--FILE--
<?php
echo 'never';
$a = [[] => 1];
--EXIT--
255
--EXPECTF--

Fatal error: Illegal offset type in %san_array_as_a_key_in_a_constant_array.php on line 3
