--TEST--
sort(), rsort(), asort(), arsort(), ksort(), krsort()
--FILE--
<?php
$a = ['b' => 3, 'a' => 1, 'c' => 2];
foreach (['sort', 'rsort', 'asort', 'arsort', 'ksort', 'krsort'] as $f) {
    $copy = $a;
    $f($copy);
    echo $f, ' ', json_encode($copy), "\n";
}
--EXPECT--
sort [1,2,3]
rsort [3,2,1]
asort {"a":1,"c":2,"b":3}
arsort {"b":3,"c":2,"a":1}
ksort {"a":1,"b":3,"c":2}
krsort {"c":2,"b":3,"a":1}
