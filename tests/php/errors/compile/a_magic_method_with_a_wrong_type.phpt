--TEST--
__sleep() gives an array.
--FILE--
<?php
class A { function __sleep(): ?array {} }
--EXIT--
255
--EXPECTF--

Fatal error: A::__sleep(): Return type must be array when declared in %sa_magic_method_with_a_wrong_type.php on line 2
