<?php
// After $b = $a, does a change of $b show in $a? And what if $a had a reference inside?

$a = ['fruit' => 'apple', 'list' => [1, 2]];
$b = $a;
$b['fruit'] = 'pear';
$b['list'][] = 3;

echo "a: {$a['fruit']} ", implode(',', $a['list']), "\n";
echo "b: {$b['fruit']} ", implode(',', $b['list']), "\n";

// An array is a value: assignment copies it (in truth the copying waits until one of the two is
// written). But an element that is a reference stays one in the copy, and both arrays share it.
$price = 10;
$a = ['price' => &$price, 'name' => 'tea'];
$b = $a;
$b['price'] = 99;
$b['name'] = 'coffee';

echo "a: {$a['name']} {$a['price']}\n";
echo "b: {$b['name']} {$b['price']}\n";
