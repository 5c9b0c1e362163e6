--TEST--
[] and list() do not mix.
--FILE--
<?php
[list($a)] = [[1]];
--EXIT--
255
--EXPECTF--

Fatal error: Cannot mix [] and list() in %stwo_styles_of_lists.php on line 2
