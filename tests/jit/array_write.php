<?php
function fill(int $n): int {
    $numbers = array_fill(0, 256, 0);
    for ($i = 0; $i < $n; $i++) {
        $numbers[$i & 255] = $i;
    }
    return $numbers[17];
}
echo fill(300000), "\n";
