--TEST--
variable: reading one that was never set
--FILE--
<?php
var_dump($nothing);
echo "[$nothing]\n";
var_dump(isset($nothing), empty($nothing));
--EXPECTF--

Warning: Undefined variable $nothing in %sundefined_variable_warns_and_gives_null.php on line 2
NULL

Warning: Undefined variable $nothing in %sundefined_variable_warns_and_gives_null.php on line 3
[]
bool(false)
bool(true)
