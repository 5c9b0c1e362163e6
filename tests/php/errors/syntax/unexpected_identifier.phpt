--TEST--
parse error: two words
--FILE--
<?php
$x = 5
echo $x;
--EXIT--
255
--EXPECTF--

Parse error: syntax error, unexpected token "echo" in %sunexpected_identifier.php on line 3
