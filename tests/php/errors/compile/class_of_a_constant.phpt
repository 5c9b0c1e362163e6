--TEST--
::class wants an object.
--FILE--
<?php
(1 + 1)::class;
--EXIT--
255
--EXPECTF--

Fatal error: Cannot use "::class" on value of type int in %sclass_of_a_constant.php on line 2
