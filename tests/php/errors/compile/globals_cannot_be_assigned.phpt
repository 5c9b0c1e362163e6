--TEST--
$GLOBALS is written element by element.
--FILE--
<?php
$GLOBALS = [];
--EXIT--
255
--EXPECTF--

Fatal error: $GLOBALS can only be modified using the $GLOBALS[$name] = $value syntax in %sglobals_cannot_be_assigned.php on line 2
