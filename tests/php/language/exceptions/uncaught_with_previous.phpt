--TEST--
uncaught: the chain of previous exceptions
--FILE--
<?php
function f() {
    try {
        throw new LogicException('first', 5);
    } catch (LogicException $e) {
        throw new RuntimeException('second', 7, $e);
    }
}
f();
--EXIT--
255
--EXPECTF--

Fatal error: Uncaught LogicException: first in %suncaught_with_previous.php:4
Stack trace:
#0 %suncaught_with_previous.php(9): f()
#1 {main}

Next RuntimeException: second in %suncaught_with_previous.php:6
Stack trace:
#0 %suncaught_with_previous.php(9): f()
#1 {main}
  thrown in %suncaught_with_previous.php on line 6
