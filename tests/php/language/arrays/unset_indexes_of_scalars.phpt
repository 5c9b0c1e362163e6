--TEST--
A scalar is refused before an unset index warns, but for `op=`
--FILE--
<?php
$number = 5;
foreach (['$number[$i] = 1', '$number[$i][1] = 1', '$number[$i]++', '[$number[$i]] = [1]', '$x = &$number[$i]', '$number[$i] .= 1'] as $code) {
    try {
        eval("$code;");
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
$nothing = null;
$nothing[$i] = 'a';
$copy = [1, 2];
$list = $copy;
$list[$i] = 'a';
print_r($nothing);
print_r($list);
print_r($copy);
--EXPECTF--
Cannot use a scalar value as an array
Cannot use a scalar value as an array
Cannot use a scalar value as an array
Cannot use a scalar value as an array
Cannot use a scalar value as an array

Warning: Undefined variable $i in %sunset_indexes_of_scalars.php(5) : eval()'d code on line 1
Cannot use a scalar value as an array

Warning: Undefined variable $i in %sunset_indexes_of_scalars.php on line 11

Warning: Undefined variable $i in %sunset_indexes_of_scalars.php on line 14
Array
(
    [] => a
)
Array
(
    [0] => 1
    [1] => 2
    [] => a
)
Array
(
    [0] => 1
    [1] => 2
)
