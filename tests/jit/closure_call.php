<?php
function apply(Closure $f, int $n): int {
    $total = 0;
    for ($i = 0; $i < $n; $i++) {
        $total += $f($i);
    }
    return $total;
}
$step = 3;
echo apply(fn (int $x): int => $x + $step, 300000), "\n";
