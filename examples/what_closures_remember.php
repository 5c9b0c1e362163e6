<?php
// A closure uses a variable from outside, which changes afterwards. Which value does it see?

$word = 'first';
$byValue = function () use ($word) {
    return $word;
};
$byReference = function () use (&$word) {
    return $word;
};
$arrow = fn() => $word;
$word = 'second';

echo $byValue(), ' ', $byReference(), ' ', $arrow(), "\n";

// use ($x) and arrow functions copy the value when the closure is made; use (&$x) shares the
// variable. So a counter needs the reference:
$count = 0;
$lost = fn() => ++$count;
$kept = function () use (&$count) {
    return ++$count;
};
echo $lost(), $lost(), $kept(), $kept(), " $count\n";
