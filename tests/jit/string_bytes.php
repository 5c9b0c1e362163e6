<?php
function spaces(string $text, int $n): int {
    $found = 0;
    $size = strlen($text);
    for ($i = 0; $i < $n; $i++) {
        if ($text[$i % $size] === ' ') {
            $found++;
        }
    }
    return $found;
}
echo spaces('to be or not', 300000), "\n";
