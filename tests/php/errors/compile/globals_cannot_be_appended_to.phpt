--TEST--
$GLOBALS[] has no name.
--FILE--
<?php
$GLOBALS[] = 1;
--EXIT--
255
--EXPECTF--

Fatal error: Cannot append to $GLOBALS in %sglobals_cannot_be_appended_to.php on line 2
