<?php
// One assignment with several targets: in which order, and what if a key is missing?

set_error_handler(fn($level, $message) => print("[$message]\n"));

[$a, , $c] = [1, 2, 3];
echo "$a $c\n";

['x' => $x, 'y' => $y] = ['y' => 'two', 'x' => 'one'];
echo "$x $y\n";

[$a, $c] = [$c, $a];
echo "$a $c\n";

foreach ([['id' => 1, 'tags' => ['red', 'big']], ['id' => 2, 'tags' => ['blue', 'small']]] as
    ['id' => $id, 'tags' => [$colour, $size]]) {
    echo "$id $colour $size\n";
}

$pair = [1, 2];
[$first, &$second] = $pair;
$second = 'changed';
echo json_encode($pair), "\n";

[$one, $two] = [1];
var_dump($two);
[$nothing] = 42;
var_dump($nothing);

// The targets are assigned from left to right. A key that is missing gives null and a warning; what
// is no array gives null without one.
