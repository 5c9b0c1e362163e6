--TEST--
compile error: break 3 in one loop
--FILE--
<?php
while (true) {
    break 3;
}
--EXIT--
255
--EXPECTF--

Fatal error: Cannot 'break' 3 levels in %sbreak_too_deep.php on line 3
