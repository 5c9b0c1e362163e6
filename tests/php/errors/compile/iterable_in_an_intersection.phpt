--TEST--
iterable is a union.
--FILE--
<?php
function f(iterable&A $x) {}
--EXIT--
255
--EXPECTF--

Fatal error: Type Traversable|array cannot be part of an intersection type in %siterable_in_an_intersection.php on line 2
