--TEST--
Imports and declarations share names.
--FILE--
<?php
namespace N;
if (true) { function f() {} }
use function Other\f;
--EXIT--
255
--EXPECTF--

Fatal error: Cannot use function Other\f as f because the name is already in use in %san_import_of_what_is_declared.php on line 4
