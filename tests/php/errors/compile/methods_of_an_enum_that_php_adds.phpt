--TEST--
cases() is found when the enum is declared.
--FILE--
<?php
echo "first\n";
enum E { case A; public static function cases(): array { return []; } }
--EXIT--
255
--EXPECTF--
first

Fatal error: Cannot redeclare E::cases() in %smethods_of_an_enum_that_php_adds.php on line 3
