--TEST--
arrays: ten thousand levels deep
--FILE--
<?php
$a = [];
for ($i = 0; $i < 10000; $i++) {
    $a = [$a];
}
$depth = 0;
while ($a) {
    $a = $a[0];
    $depth++;
}
var_dump($depth);
--EXPECT--
int(10000)
