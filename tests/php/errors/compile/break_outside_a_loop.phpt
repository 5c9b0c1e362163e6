--TEST--
compile error: break without a loop
--FILE--
<?php
echo "never\n";
break;
--EXIT--
255
--EXPECTF--

Fatal error: 'break' not in the 'loop' or 'switch' context in %sbreak_outside_a_loop.php on line 3
