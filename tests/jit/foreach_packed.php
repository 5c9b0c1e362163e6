<?php
function total(array $numbers): int {
    $total = 0;
    foreach ($numbers as $number) {
        $total += $number;
    }
    return $total;
}
echo total(range(1, 300000)), "\n";
