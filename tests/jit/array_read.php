<?php
function total(array $numbers): int {
    $total = 0;
    for ($i = 0; $i < 1000; $i++) {
        $total += $numbers[$i];
    }
    return $total;
}
$numbers = range(1, 1000);
$all = 0;
for ($round = 0; $round < 100; $round++) {
    $all += total($numbers);
}
echo $all, "\n";
