<?php
// Arrays of ints: appending, reading from both ends, writing in place, a nested row.

function fill($n)
{
    $list = [];
    for ($i = 0; $i < $n; $i++) {
        $list[] = $i;
    }
    return $list;
}

function fold_from_both_ends($list)
{
    $last = count($list) - 1;
    for ($i = 0; $i <= $last; $i++) {
        $list[$i] = ($list[$i] * 3 + $list[$last - $i]) & 16383;
    }
    return $list;
}

function scatter($list, $width)
{
    $rows = array_fill(0, $width, array_fill(0, $width, 0));
    $mask = $width - 1;
    $n = count($list);
    for ($i = 0; $i < $n; $i++) {
        $rows[$list[$i] & $mask][$i & $mask] += $list[$i];
    }
    return $rows;
}

function bench_arr($n)
{
    $sum = 0;
    for ($pass = 0; $pass < 16; $pass++) {
        $list = fold_from_both_ends(fold_from_both_ends(fill($n)));
        foreach (scatter($list, 64) as $row) {
            foreach ($row as $cell) {
                $sum += $cell;
            }
        }
    }
    return $sum;
}

$rounds = (int) ($argv[1] ?? 1);
$n = (int) ($argv[2] ?? 400000);
for ($round = 1; $round <= $rounds; $round++) {
    $start = hrtime(true);
    $result = bench_arr($n);
    $elapsed = hrtime(true) - $start;
    echo "round $round $elapsed $result\n";
}
