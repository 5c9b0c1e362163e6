<?php $n = 20000; $i = 0; $one = 1;
while ($i < $n) {
    $last = next_of($i, $one);
    $i += $one; }

function next_of($value, $step) {
    if ($value % 3) {
        return $value + $step; }
    return $step;
}
