--TEST--
a generator's parameters and foreach over a shared array
--FILE--
<?php
function each($list) {
    foreach ($list as $i => $x) {
        $list[] = 'not seen';
        yield $x => count($list);
    }
}
$a = ['p', 'q'];
$g = each($a);
$g->current();
$a[] = 'r';
foreach ($g as $x => $n) {
    echo "$x$n ";
}
echo count($a), "\n";
$unfinished = each($a);
$unfinished->current();
unset($unfinished);
--EXPECT--
p3 q4 3
