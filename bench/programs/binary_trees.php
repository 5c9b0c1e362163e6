<?php
// Trees whose nodes are two-element arrays: many short-lived allocations, deep recursion.

function grow($depth)
{
    if ($depth === 0) {
        return [null, null];
    }
    return [grow($depth - 1), grow($depth - 1)];
}

function count_nodes($tree)
{
    if ($tree[0] === null) {
        return 1;
    }
    return 1 + count_nodes($tree[0]) + count_nodes($tree[1]);
}

function bench_binary_trees($n)
{
    $long_lived = grow($n);
    $report = '';
    for ($depth = 4; $depth <= $n; $depth += 4) {
        $trees = 1 << ($n - $depth + 3);
        $nodes = 0;
        for ($i = 0; $i < $trees; $i++) {
            $nodes += count_nodes(grow($depth));
        }
        $report .= "$trees*$depth=$nodes,";
    }
    return $report . count_nodes($long_lived);
}

$rounds = (int) ($argv[1] ?? 1);
$n = (int) ($argv[2] ?? 17);
for ($round = 1; $round <= $rounds; $round++) {
    $start = hrtime(true);
    $result = bench_binary_trees($n);
    $elapsed = hrtime(true) - $start;
    echo "round $round $elapsed $result\n";
}
