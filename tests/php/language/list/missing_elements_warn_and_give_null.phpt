--TEST--
[] =: too few elements; null and scalars give null quietly
--FILE--
<?php
[$a, $b] = [1];
var_dump($a, $b);
[$c] = null;
[$d, $e] = 42;
['k' => $f] = [1];
var_dump($c, $d, $e, $f);
--EXPECTF--

Warning: Undefined array key 1 in %smissing_elements_warn_and_give_null.php on line 2
int(1)
NULL

Warning: Undefined array key "k" in %smissing_elements_warn_and_give_null.php on line 6
NULL
NULL
NULL
NULL
