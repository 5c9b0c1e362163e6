--TEST--
There is nothing to unset.
--FILE--
<?php
unset($a[0][]);
--EXIT--
255
--EXPECTF--

Fatal error: Cannot use [] for unsetting in %sappend_in_unset.php on line 2
