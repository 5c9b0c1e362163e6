--TEST--
A union of both.
--FILE--
<?php
function f(): true|false {}
--EXIT--
255
--EXPECTF--

Fatal error: Type contains both true and false, bool should be used instead in %strue_and_false_are_bool.php on line 2
