--TEST--
if: first true branch, without braces, else belongs to the nearest
--FILE--
<?php
foreach ([1, 2, 3] as $x) {
    if ($x === 1) echo 'one';
    elseif ($x === 2) echo 'two';
    else echo 'other';
}
if (true)
    if (false)
        echo 'a';
    else
        echo 'b';
else if (true)
    echo 'c';
echo "\n";
--EXPECT--
onetwootherb
