--TEST--
self is no member of an intersection.
--FILE--
<?php
class A { function f(): self&B {} }
--EXIT--
255
--EXPECTF--

Fatal error: Type self cannot be part of an intersection type in %sself_in_an_intersection.php on line 2
