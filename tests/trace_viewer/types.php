<?php
function total(array $values): float {
    $total = 0;
    foreach ($values as $value) {
        $total += $value;
    }
    return $total;
}
$values = [];
for ($i = 0; $i < 6000; $i++) {
    $values[] = $i < 3000 ? $i : $i / 4;
}
echo total($values), "\n";
