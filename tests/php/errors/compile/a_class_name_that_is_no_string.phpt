--TEST--
What stands before :: must be a class.
--FILE--
<?php
(1)::f();
--EXIT--
255
--EXPECTF--

Fatal error: Illegal class name in %sa_class_name_that_is_no_string.php on line 2
