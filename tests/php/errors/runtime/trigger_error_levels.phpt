--TEST--
trigger_error(): user levels, E_USER_ERROR ends the program
--FILE--
<?php
foreach ([E_USER_NOTICE, E_USER_WARNING, E_USER_DEPRECATED, E_USER_ERROR] as $level) {
    trigger_error("level $level", $level);
}
echo "never\n";
--EXIT--
255
--EXPECTF--

Notice: level 1024 in %strigger_error_levels.php on line 3

Warning: level 512 in %strigger_error_levels.php on line 3

Deprecated: level 16384 in %strigger_error_levels.php on line 3

Fatal error: level 256 in %strigger_error_levels.php on line 3
