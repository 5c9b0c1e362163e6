--TEST--
foreach: each loop has its own place
--FILE--
<?php
$a = [1, 2];
foreach ($a as $x) {
    foreach ($a as $y) {
        echo "$x$y ";
    }
}
echo "\n";
--EXPECT--
11 12 21 22 
