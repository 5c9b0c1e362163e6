<?php
function twice(int $x): int {
    return $x * 2;
}
function total(int $n): int {
    $total = 0;
    for ($i = 0; $i < $n; $i++) {
        $total += twice($i);
    }
    return $total;
}
echo total(300000), "\n";
