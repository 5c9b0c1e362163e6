<?php
// What comes after the largest int: an error, the smallest int, or something else?

$largest = PHP_INT_MAX;
var_dump($largest, $largest + 1);
var_dump(PHP_INT_MIN, -PHP_INT_MAX - 2);
var_dump($largest == $largest + 1, (int) ($largest + 1) === PHP_INT_MIN);

$number = $largest;
$number++;
var_dump($number);
var_dump(9223372036854775807, 9223372036854775808, 0x7FFFFFFFFFFFFFFF, 2 ** 62 + 2 ** 62, 5 % 3, -5 % 3);

// An int result that does not fit becomes a float, which has only 53 bits for digits: here the
// last ten bits are lost without a word. Casting back an out-of-range float is undefined.
