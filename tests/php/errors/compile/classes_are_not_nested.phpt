--TEST--
A class is not declared inside a method, nor in a closure there
--FILE--
<?php
class Outer {
    function make() {
        return function () {
            class Inner {}
        };
    }
}
--EXIT--
255
--EXPECTF--

Fatal error: Class declarations may not be nested in %sclasses_are_not_nested.php on line 5
