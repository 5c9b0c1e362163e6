--TEST--
A member of a union that another one contains.
--FILE--
<?php
function f((A&B)|A $x) {}
--EXIT--
255
--EXPECTF--

Fatal error: Type A&B is redundant as it is more restrictive than type A in %san_intersection_that_says_too_much.php on line 2
