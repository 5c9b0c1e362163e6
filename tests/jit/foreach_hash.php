<?php
function total(array $prices): int {
    $total = 0;
    foreach ($prices as $name => $price) {
        $total += $price;
    }
    return $total;
}
$prices = [];
for ($i = 0; $i < 100; $i++) {
    $prices["item $i"] = $i;
}
$total = 0;
for ($i = 0; $i < 3000; $i++) {
    $total += total($prices);
}
echo $total, "\n";
