<?php
// 7 divided by 2, in how many ways? And which of them disagree about -7?

foreach ([7, -7] as $number) {
    var_dump($number / 2);
    var_dump(intdiv($number, 2));
    var_dump((int) ($number / 2));
    var_dump((int) floor($number / 2));
    var_dump($number % 2);
    var_dump(fmod($number, 2));
    var_dump($number >> 1);
}
var_dump(6 / 2);

try {
    echo 1 % 0;
} catch (DivisionByZeroError $error) {
    echo $error->getMessage(), "\n";
}

// `/` gives an int only if both are ints and nothing is left over. intdiv() and (int) cut towards
// zero, floor() and >> go down. The sign of % is that of the left side.
