--TEST--
strlen() and its like give plain values.
--FILE--
<?php
$a = &strlen('a');
--EXIT--
255
--EXPECTF--

Fatal error: Cannot use result of built-in function in write context in %swriting_to_the_result_of_a_builtin_instruction.php on line 2
