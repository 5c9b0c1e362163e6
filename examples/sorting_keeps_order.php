<?php
// Elements that compare as equal: does sorting keep the order they were in?

$people = [
    ['name' => 'Ada', 'age' => 36], ['name' => 'Bob', 'age' => 25],
    ['name' => 'Cleo', 'age' => 36], ['name' => 'Dan', 'age' => 25],
];
usort($people, fn($a, $b) => $a['age'] <=> $b['age']);
echo implode(' ', array_column($people, 'name')), "\n";

// Which keys survive depends on the function's name.
$prices = ['tea' => 3, 'cake' => 5, 'milk' => 1];
$sorted = $prices;
sort($sorted);
echo json_encode($sorted), "\n";
asort($prices);
echo json_encode($prices), "\n";
ksort($prices);
echo json_encode($prices), "\n";

// Mixed texts and numbers: the flag says how they are compared.
$mixed = ['10', '9', '1e1', 'x', '2'];
sort($mixed);
echo implode(' ', $mixed), "\n";
sort($mixed, SORT_STRING);
echo implode(' ', $mixed), "\n";
$files = ['img12', 'img10', 'IMG2', 'img1'];
natcasesort($files);
echo implode(' ', $files), "\n";

// Since PHP 8.0 all sorting is stable: equal elements stay in their order.
