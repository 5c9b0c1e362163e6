--TEST--
The head of a function is one place.
--FILE--
<?php
class A
{
    function __construct(
        public readonly $x,
    ) {}
}
--EXIT--
255
--EXPECTF--

Fatal error: Readonly property A::$x must have type in %serrors_of_parameters_are_on_the_line_of_the_function.php on line 4
