<?php
function smooth(array $signal, int $rounds): float {
    $last = count($signal) - 1;
    for ($r = 0; $r < $rounds; $r++) {
        for ($i = 1; $i < $last; $i++) {
            $signal[$i] = ($signal[$i - 1] + $signal[$i + 1]) * 0.5;
        }
    }
    return $signal[1];
}
$signal = [];
for ($i = 0; $i < 1000; $i++) {
    $signal[] = $i * 1.0;
}
echo smooth($signal, 300), "\n";
