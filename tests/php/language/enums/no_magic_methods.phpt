--TEST--
enums: magic methods
--FILE--
<?php
enum E { function __get($x) {} }
--EXIT--
255
--EXPECTF--

Fatal error: Enum E cannot include magic method __get in %sno_magic_methods.php on line 2
