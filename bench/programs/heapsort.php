<?php
// A heap of floats in one array, sorted through a reference parameter.

function random_floats($n)
{
    $seed = 42;
    $list = [];
    for ($i = 0; $i < $n; $i++) {
        $seed = ($seed * 3877 + 29573) % 139968;
        $list[] = $seed / 139968;
    }
    return $list;
}

function sink(&$heap, $root, $end)
{
    $value = $heap[$root];
    while (($child = 2 * $root + 1) < $end) {
        if ($child + 1 < $end && $heap[$child] < $heap[$child + 1]) {
            $child++;
        }
        if ($value >= $heap[$child]) {
            break;
        }
        $heap[$root] = $heap[$child];
        $root = $child;
    }
    $heap[$root] = $value;
}

function heapsort(&$heap)
{
    $n = count($heap);
    for ($root = intdiv($n, 2) - 1; $root >= 0; $root--) {
        sink($heap, $root, $n);
    }
    for ($end = $n - 1; $end > 0; $end--) {
        $largest = $heap[0];
        $heap[0] = $heap[$end];
        $heap[$end] = $largest;
        sink($heap, 0, $end);
    }
}

function bench_heapsort($n)
{
    $list = random_floats($n);
    heapsort($list);
    for ($i = 1; $i < $n; $i++) {
        if ($list[$i - 1] > $list[$i]) {
            return "out of order at $i";
        }
    }
    return sprintf('%.10f', $list[0] + $list[intdiv($n, 2)] + $list[$n - 1]);
}

$rounds = (int) ($argv[1] ?? 1);
$n = (int) ($argv[2] ?? 400000);
for ($round = 1; $round <= $rounds; $round++) {
    $start = hrtime(true);
    $result = bench_heapsort($n);
    $elapsed = hrtime(true) - $start;
    echo "round $round $elapsed $result\n";
}
