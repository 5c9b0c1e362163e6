--TEST--
A use with its rules is one place.
--FILE--
<?php
trait T { function f() {} }
class A
{
    use T {
        f as abstract g;
    }
}
--EXIT--
255
--EXPECTF--

Fatal error: Cannot use 'abstract' as method modifier in %strait_errors_are_on_the_line_of_the_use.php on line 5
