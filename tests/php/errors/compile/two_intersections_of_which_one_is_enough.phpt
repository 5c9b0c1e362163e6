--TEST--
The same between two intersections.
--FILE--
<?php
function f((A&B)|(A&B&C) $x) {}
--EXIT--
255
--EXPECTF--

Fatal error: Type A&B&C is redundant as it is more restrictive than type A&B in %stwo_intersections_of_which_one_is_enough.php on line 2
