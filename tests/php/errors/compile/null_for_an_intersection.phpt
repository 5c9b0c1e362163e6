--TEST--
No nullable form to propose.
--FILE--
<?php
class A { public X&Y $x = null; }
--EXIT--
255
--EXPECTF--

Fatal error: Cannot use null as default value for property A::$x of type X&Y in %snull_for_an_intersection.php on line 2
