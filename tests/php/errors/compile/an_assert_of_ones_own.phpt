--TEST--
assert() cannot be declared in any namespace.
--FILE--
<?php
namespace N;
function assert() {}
--EXIT--
255
--EXPECTF--

Fatal error: Defining a custom assert() function is not allowed, as the function has special semantics in %san_assert_of_ones_own.php on line 3
