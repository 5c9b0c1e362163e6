--TEST--
And in list().
--FILE--
<?php
[$a?->b] = [1];
--EXIT--
255
--EXPECTF--

Fatal error: Assignments can only happen to writable values in %sa_nullsafe_chain_in_a_list.php on line 2
