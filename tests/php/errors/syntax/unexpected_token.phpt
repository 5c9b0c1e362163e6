--TEST--
parse error: the text and line
--FILE--
<?php
echo 1;
echo 2 +;
--EXIT--
255
--EXPECTF--

Parse error: syntax error, unexpected token ";" in %sunexpected_token.php on line 3
