--TEST--
Errors are found in the order of the source, whatever is declared ahead.
--FILE--
<?php
$x = 1;
break;
function strlen() {}
--EXIT--
255
--EXPECTF--

Fatal error: 'break' not in the 'loop' or 'switch' context in %sof_two_errors_the_first_is_reported.php on line 3
