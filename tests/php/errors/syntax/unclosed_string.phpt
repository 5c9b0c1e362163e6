--TEST--
parse error: a string without its end
--FILE--
<?php
echo "abc;
--EXIT--
255
--EXPECTF--

Parse error: syntax error, unexpected end of file, expecting variable or "${" or "{$" in %sunclosed_string.php on line 3
