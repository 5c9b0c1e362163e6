--TEST--
compile error: goto into a loop
--FILE--
<?php
goto in;
while (false) {
    in:
}
--EXIT--
255
--EXPECTF--

Fatal error: 'goto' into loop or switch statement is disallowed in %sgoto_into_a_loop.php on line 2
