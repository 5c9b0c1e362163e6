--TEST--
enums: a case of a backed enum without value
--FILE--
<?php
enum E: int { case A; }
--EXIT--
255
--EXPECTF--

Fatal error: Case A of backed enum E must have a value in %scase_needs_a_value.php on line 2
