--TEST--
compile error: $this =
--FILE--
<?php
class A { function m() { $this = 1; } }
--EXIT--
255
--EXPECTF--

Fatal error: Cannot re-assign $this in %sthis_cannot_be_assigned.php on line 2
