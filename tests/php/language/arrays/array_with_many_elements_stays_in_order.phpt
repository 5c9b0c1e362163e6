--TEST--
a thousand keys, some removed
--FILE--
<?php
$a = [];
for ($i = 0; $i < 1000; $i++) {
    $a["k" . ($i * 7 % 1000)] = $i;
}
for ($i = 0; $i < 1000; $i += 3) {
    unset($a["k$i"]);
}
$a['k0'] = 'back';
echo count($a), " ", array_key_first($a), " ", array_key_last($a), " ", array_sum(array_filter($a, 'is_int')), "\n";
echo implode(',', array_slice(array_keys($a), 0, 10)), "\n";
--EXPECT--
667 k7 k0 332381
k7,k14,k28,k35,k49,k56,k70,k77,k91,k98
