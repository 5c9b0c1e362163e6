<?php $n = 20000; $i = 0; $total = 0; $one = 1;
while ($i < $n) {
    if ($i % 3) {
        $total += $i;
    } else { $total += 7; }
    $i += $one;
}
echo $total, "\n";
