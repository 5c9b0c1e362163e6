--TEST--
parse error: a keyword as a function's name
--FILE--
<?php
function while() {}
--EXIT--
255
--EXPECTF--

Parse error: syntax error, unexpected token "while", expecting "(" in %sreserved_word_as_a_name.php on line 2
