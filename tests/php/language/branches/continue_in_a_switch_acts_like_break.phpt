--TEST--
switch: counts as a loop for break and continue
--FILE--
<?php
foreach ([1, 2, 3] as $x) {
    switch ($x) {
        case 1:
            break;
        case 2:
            continue 2;
    }
    echo $x;
}
echo "\n";
--EXPECT--
13
