--TEST--
recursion: without end it ends in a fatal error
--FILE--
<?php
function f($n) { return f($n + 1) + 1; }
echo f(0);
--EXIT--
255
--EXPECTF--

Fatal error: Allowed memory size of %d bytes exhausted (tried to allocate %d bytes) in %sendless_recursion.php on line 2
