--TEST--
Names of methods are strings.
--FILE--
<?php
A::{1}();
--EXIT--
255
--EXPECTF--

Fatal error: Method name must be a string in %sa_method_name_that_is_no_string.php on line 2
