--TEST--
References need a place.
--FILE--
<?php
[&$a] = [1];
--EXIT--
255
--EXPECTF--

Fatal error: Cannot assign reference to non referenceable value in %sa_list_with_references_to_no_place.php on line 2
