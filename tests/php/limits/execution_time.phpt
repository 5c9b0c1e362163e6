--TEST--
max_execution_time: a fatal error when the time is up
--FILE--
<?php
set_time_limit(1);
for (;;) {
    $a = 1;
}
--EXIT--
255
--EXPECTF--

Fatal error: Maximum execution time of 1 second exceeded in %sexecution_time.php on line %d
