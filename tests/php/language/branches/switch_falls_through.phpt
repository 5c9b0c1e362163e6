--TEST--
switch: compares loosely, falls through, default anywhere
--FILE--
<?php
function f($x) {
    switch ($x) {
        case 1:
        case 2:
            $r = 'one or two';
            break;
        default:
            $r = 'default';
            break;
        case 'a':
            $r = 'a';
        case 'b':
            $r = ($r ?? '') . 'b';
    }
    return $r;
}
foreach ([1, '2', 2.0, 'a', 'b', 'c', 0, null, true] as $x) {
    echo f($x), "\n";
}
--EXPECT--
one or two
one or two
one or two
ab
b
default
default
default
one or two
