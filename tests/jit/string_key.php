<?php
function area(array $box, int $n): int {
    $total = 0;
    for ($i = 0; $i < $n; $i++) {
        $total += $box['width'] * $box['height'];
    }
    return $total;
}
echo area(['width' => 3, 'height' => 4, 'name' => 'box'], 300000), "\n";
