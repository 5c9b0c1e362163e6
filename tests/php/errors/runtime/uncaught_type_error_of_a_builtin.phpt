--TEST--
uncaught: an error of a builtin function
--FILE--
<?php
function f($x) {
    return strlen($x);
}
f([]);
--EXIT--
255
--EXPECTF--

Fatal error: Uncaught TypeError: strlen(): Argument #1 ($string) must be of type string, array given in %suncaught_type_error_of_a_builtin.php:3
Stack trace:
#0 %suncaught_type_error_of_a_builtin.php(5): f(Array)
#1 {main}
  thrown in %suncaught_type_error_of_a_builtin.php on line 3
