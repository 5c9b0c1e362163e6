--TEST--
A word of its own.
--FILE--
<?php
namespace NAMEspace;
--EXIT--
255
--EXPECTF--

Fatal error: Cannot use 'NAMEspace' as namespace name in %sa_namespace_called_namespace.php on line 2
