<?php
function count_up(int $n): int {
    $total = 0;
    for ($i = 0; $i < $n; $i++) {
        $total += $i;
    }
    return $total;
}
echo count_up(300000), "\n";
