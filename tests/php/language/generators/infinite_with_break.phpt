--TEST--
generators: only what is asked for is computed
--FILE--
<?php
function fibonacci() {
    [$a, $b] = [0, 1];
    while (true) {
        yield $a;
        [$a, $b] = [$b, $a + $b];
    }
}
foreach (fibonacci() as $i => $f) {
    if ($i >= 15) {
        break;
    }
    echo $f, ' ';
}
echo "\n";
--EXPECT--
0 1 1 2 3 5 8 13 21 34 55 89 144 233 377 
