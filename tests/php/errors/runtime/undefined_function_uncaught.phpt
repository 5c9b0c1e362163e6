--TEST--
uncaught: calling what does not exist
--FILE--
<?php
echo "start\n";
nowhere(1);
--EXIT--
255
--EXPECTF--
start

Fatal error: Uncaught Error: Call to undefined function nowhere() in %sundefined_function_uncaught.php:3
Stack trace:
#0 {main}
  thrown in %sundefined_function_uncaught.php on line 3
