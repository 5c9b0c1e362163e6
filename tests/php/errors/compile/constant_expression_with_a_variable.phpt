--TEST--
compile error: const with a variable
--FILE--
<?php
const X = $y;
--EXIT--
255
--EXPECTF--

Fatal error: Constant expression contains invalid operations in %sconstant_expression_with_a_variable.php on line 2
