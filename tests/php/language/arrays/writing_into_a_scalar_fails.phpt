--TEST--
[]=: ints and true throw, false is deprecated, strings have offsets
--FILE--
<?php
foreach ([1, true, 1.5] as $scalar) {
    try {
        $scalar['k'] = 1;
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
$f = false;
$f[] = 1;
var_dump($f);
--EXPECTF--
Cannot use a scalar value as an array
Cannot use a scalar value as an array
Cannot use a scalar value as an array

Deprecated: Automatic conversion of false to array is deprecated in %swriting_into_a_scalar_fails.php on line 10
array(1) {
  [0]=>
  int(1)
}
