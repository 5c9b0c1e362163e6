<?php
function score(int $n): int {
    $total = 0;
    for ($i = 0; $i < $n; $i++) {
        $total += match ($i & 1) {
            0 => 5,
            1 => 7,
        };
    }
    return $total;
}
echo score(300000), "\n";
