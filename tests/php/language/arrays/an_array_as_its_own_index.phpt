--TEST--
Where a write makes $a an array, $a[$a] has an array for its index
--FILE--
<?php
$a = null;
try {
    $a[$a] = 'x';
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
var_dump($a);
--EXPECT--
Illegal offset type
array(0) {
}
