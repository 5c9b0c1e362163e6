<?php
function bump(int &$count): void {
    $count++;
}
function run(int $n): int {
    $count = 0;
    for ($i = 0; $i < $n; $i++) {
        bump($count);
    }
    return $count;
}
echo run(300000), "\n";
