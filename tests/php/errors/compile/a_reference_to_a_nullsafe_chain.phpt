--TEST--
What ?-> gives is no place.
--FILE--
<?php
$a = &$b?->c;
--EXIT--
255
--EXPECTF--

Fatal error: Cannot take reference of a nullsafe chain in %sa_reference_to_a_nullsafe_chain.php on line 2
