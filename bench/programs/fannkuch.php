<?php
// Permutations of 1 to n: how often a prefix must be turned until 1 stands in front.

function fannkuch($n)
{
    $order = range(1, $n);
    $rotations = array_fill(0, $n + 1, 0);
    $most = 0;
    $checksum = 0;
    $sign = 1;
    while (true) {
        if ($order[0] !== 1) {
            $deck = $order;
            $flips = 0;
            while (($first = $deck[0]) !== 1) {
                $low = 0;
                $high = $first - 1;
                while ($low < $high) {
                    $card = $deck[$low];
                    $deck[$low++] = $deck[$high];
                    $deck[$high--] = $card;
                }
                $flips++;
            }
            $most = max($most, $flips);
            $checksum += $sign * $flips;
        }
        if (!next_permutation($order, $rotations, $sign, $n)) {
            return "$checksum/$most";
        }
    }
}

// Each call swaps two neighbours or rotates a longer prefix, so the sign changes every time.
function next_permutation(&$order, &$rotations, &$sign, $n)
{
    if ($sign === 1) {
        $card = $order[0];
        $order[0] = $order[1];
        $order[1] = $card;
        $sign = -1;
        return true;
    }
    $card = $order[1];
    $order[1] = $order[2];
    $order[2] = $card;
    $sign = 1;
    for ($length = 2; $length < $n; $length++) {
        if ($rotations[$length] < $length) {
            $rotations[$length]++;
            return true;
        }
        $rotations[$length] = 0;
        if ($length === $n - 1) {
            return false;
        }
        $card = $order[0];
        for ($i = 0; $i <= $length; $i++) {
            $order[$i] = $order[$i + 1];
        }
        $order[$length + 1] = $card;
    }
    return false;
}

function bench_fannkuch($n)
{
    $results = [];
    for ($time = 0; $time < 3; $time++) {
        $results[] = fannkuch($n);
    }
    return implode(',', $results);
}

$rounds = (int) ($argv[1] ?? 1);
$n = (int) ($argv[2] ?? 9);
for ($round = 1; $round <= $rounds; $round++) {
    $start = hrtime(true);
    $result = bench_fannkuch($n);
    $elapsed = hrtime(true) - $start;
    echo "round $round $elapsed $result\n";
}
