--TEST--
$GLOBALS as loop variable.
--FILE--
<?php
foreach ([1] as $GLOBALS) {}
--EXIT--
255
--EXPECTF--

Fatal error: $GLOBALS can only be modified using the $GLOBALS[$name] = $value syntax in %sglobals_in_a_foreach.php on line 2
