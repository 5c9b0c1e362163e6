--TEST--
The same for return.
--FILE--
<?php
function &f($a) { return $a?->b; }
--EXIT--
255
--EXPECTF--

Fatal error: Cannot take reference of a nullsafe chain in %sreturning_a_reference_to_a_nullsafe_chain.php on line 2
