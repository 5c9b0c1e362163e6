--TEST--
exit status of a program that died
--FILE--
<?php
throw new Exception('x');
--EXIT--
255
--EXPECTF--

Fatal error: Uncaught Exception: x in %suncaught_ends_with_255.php:2
Stack trace:
#0 {main}
  thrown in %suncaught_ends_with_255.php on line 2
