--TEST--
A catch names classes.
--FILE--
<?php
try {} catch (static $e) {}
--EXIT--
255
--EXPECTF--

Fatal error: Bad class name in the catch statement in %sstatic_in_a_catch.php on line 2
