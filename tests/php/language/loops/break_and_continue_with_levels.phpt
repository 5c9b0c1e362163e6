--TEST--
break 2, continue 2
--FILE--
<?php
for ($i = 0; $i < 3; $i++) {
    for ($j = 0; $j < 3; $j++) {
        if ($j === 1) {
            continue 2;
        }
        if ($i === 2) {
            break 2;
        }
        echo "$i$j ";
    }
    echo 'not reached';
}
foreach ([1, 2, 3] as $x) {
    while (true) {
        if ($x === 2) {
            continue 2;
        }
        break;
    }
    echo $x, ' ';
}
echo "\n";
--EXPECT--
00 10 1 3 
