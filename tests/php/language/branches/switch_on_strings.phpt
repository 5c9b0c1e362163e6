--TEST--
switch: string cases
--FILE--
<?php
foreach (['apple', 'pear', '1e1', '10', ''] as $s) {
    switch ($s) {
        case 'apple': echo 'A'; break;
        case 'pear': echo 'P'; break;
        case '10': echo 'T'; break;
        case null: echo 'N'; break;
        default: echo 'D';
    }
}
echo "\n";
--EXPECT--
APTTN
