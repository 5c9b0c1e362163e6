--TEST--
compile error: match and switch with two defaults
--FILE--
<?php
$x = match (1) { default => 1, default => 2 };
--EXIT--
255
--EXPECTF--

Fatal error: Match expressions may only contain one default arm in %sduplicate_default.php on line 2
