--TEST--
Keys for all or none.
--FILE--
<?php
list('a' => $a, , 'b' => $b) = [];
--EXIT--
255
--EXPECTF--

Fatal error: Cannot use empty array entries in keyed array assignment in %san_empty_entry_in_a_keyed_list.php on line 2
