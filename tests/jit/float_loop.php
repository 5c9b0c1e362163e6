<?php
function sum(int $n): float {
    $x = 0.0;
    for ($i = 0; $i < $n; $i++) {
        $x = $x * 0.5 + 1.25;
    }
    return $x;
}
echo sum(300000), "\n";
