--TEST--
compile error: one class, two declarations
--FILE--
<?php
class A {}
class A {}
--EXIT--
255
--EXPECTF--

Fatal error: Cannot declare class A, because the name is already in use in %sclass_declared_twice.php on line 3
