--TEST--
foreach as [..]: list and keyed forms
--FILE--
<?php
foreach ([[1, [2, 3]], [4, [5, 6]]] as [$a, [, $b]]) {
    echo "$a $b\n";
}
foreach ([['id' => 1, 'n' => 'x'], ['n' => 'y', 'id' => 2]] as $i => ['id' => $id, 'n' => $n]) {
    echo "$i: $id $n\n";
}
foreach ([[1, 2]] as list($p, $q)) {
    echo $p + $q, "\n";
}
--EXPECT--
1 3
4 6
0: 1 x
1: 2 y
3
