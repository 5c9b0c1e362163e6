<?php
// Calls and returns, with next to nothing between them.

function fib($n)
{
    if ($n < 2) {
        return $n;
    }
    return fib($n - 1) + fib($n - 2);
}

function bench_fib($n)
{
    return fib($n);
}

$rounds = (int) ($argv[1] ?? 1);
$n = (int) ($argv[2] ?? 35);
for ($round = 1; $round <= $rounds; $round++) {
    $start = hrtime(true);
    $result = bench_fib($n);
    $elapsed = hrtime(true) - $start;
    echo "round $round $elapsed $result\n";
}
