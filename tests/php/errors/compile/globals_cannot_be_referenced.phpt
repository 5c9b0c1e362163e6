--TEST--
No reference to $GLOBALS.
--FILE--
<?php
$x = &$GLOBALS;
--EXIT--
255
--EXPECTF--

Fatal error: Cannot acquire reference to $GLOBALS in %sglobals_cannot_be_referenced.php on line 2
