--TEST--
No first-class callable behind ?->.
--FILE--
<?php
$a?->b->c(...);
--EXIT--
255
--EXPECTF--

Fatal error: Cannot combine nullsafe operator with Closure creation in %sa_closure_of_a_nullsafe_chain.php on line 2
