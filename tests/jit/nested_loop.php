<?php
function pairs(int $n): int {
    $found = 0;
    for ($i = 0; $i < $n; $i++) {
        for ($j = 0; $j < $n; $j++) {
            if ($i < $j) {
                $found++;
            }
        }
    }
    return $found;
}
echo pairs(1000), "\n";
