<?php
// Two loops over the same array, and the second only reads. Why is the last element lost?

$numbers = [1, 2, 3];

foreach ($numbers as &$number) {
    $number *= 10;
}
$sum = 0;
foreach ($numbers as $number) {
    $sum += $number;
}
echo implode(' ', $numbers), "\n";

// After the first loop $number still refers to the last element, so the second loop assigns each
// element to that place in turn. unset() cuts the tie.
$numbers = [1, 2, 3];
foreach ($numbers as &$number) {
    $number *= 10;
}
unset($number);
foreach ($numbers as $number) {
}
echo implode(' ', $numbers), "\n";
