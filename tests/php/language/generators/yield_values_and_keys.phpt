--TEST--
generators: lazily, with keys and a result
--FILE--
<?php
function count_up($to) {
    echo "started ";
    for ($i = 1; $i <= $to; $i++) {
        yield "k$i" => $i;
    }
    return 'result';
}
$g = count_up(3);
echo "made ";
foreach ($g as $k => $v) {
    echo "$k=$v ";
}
echo $g->getReturn(), "\n";
--EXPECT--
made started k1=1 k2=2 k3=3 result
