--TEST--
parse error: brackets that do not belong together
--FILE--
<?php
$x = [1, 2);
--EXIT--
255
--EXPECTF--

Parse error: Unclosed '[' does not match ')' in %sunmatched_bracket.php on line 2
