--TEST--
parse error: what the parser expected
--FILE--
<?php
$ = 5;
--EXIT--
255
--EXPECTF--

Parse error: syntax error, unexpected token "=", expecting variable or "{" or "$" in %svariable_expected.php on line 2
