--TEST--
for: commas, and parts left out
--FILE--
<?php
for ($i = 0, $j = 10; $i < $j; $i += 3, $j--) {
    echo "$i-$j ";
}
for ($k = 0;;) {
    if (++$k > 3) {
        break;
    }
    echo $k;
}
for (;false;) {
    echo 'never';
}
echo "\n", $i, "\n";
--EXPECT--
0-10 3-9 6-8 123
9
