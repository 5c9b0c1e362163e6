<?php
function hits(array $words, int $n): int {
    $hits = 0;
    for ($i = 0; $i < $n; $i++) {
        if ($words[$i & 3] === 'three') {
            $hits++;
        }
    }
    return $hits;
}
echo hits(['one', 'two', 'three', 'four'], 300000), "\n";
