--TEST--
[]=: there is no key after PHP_INT_MAX
--FILE--
<?php
$a = [PHP_INT_MAX => 'last'];
try {
    $a[] = 'more';
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
var_dump(count($a));
--EXPECT--
Cannot add element to the array as the next element is already occupied
int(1)
