<?php
// The loop does the same each time. Why does the sum change its type on the way?

$sum = PHP_INT_MAX - 4_000_000;
$type = gettype($sum);

for ($i = 1; $i <= 5000; $i++) {
    $sum += $i;
    if (gettype($sum) !== $type) {
        echo "$type until round ", $i - 1, ", then ", $type = gettype($sum), "\n";
    }
}
var_dump($sum, (int) $i);

// Under hippy-trace this is a loop with a guard "$sum + $i fits in an int". It holds for thousands of
// rounds, then never again, and gets a bridge: the same loop once more, for floats.
