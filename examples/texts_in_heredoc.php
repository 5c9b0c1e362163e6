<?php
// How much of the indentation is part of the text, and what is replaced inside?

$name = 'Ada';
$data = ['key' => 'value', 'list' => [10, 20]];
$object = new stdClass();
$object->title = 'Countess';
$price = 5;

echo <<<TEXT
    Dear $name,
      your {$data['list'][1]} and $data[key],
    $object->title. It costs \$$price{$price}.
    TEXT . "!\n";

echo <<<'TEXT'
    Nothing is replaced here: $name {$data['key']} \n
    TEXT, "\n";

$items = [<<<A
    one
    A, 'two'];
echo json_encode($items), "\n";

// The closing word's indentation is taken from every line, and the newline before it is not part of
// the text. Quotes round the opening word make it a nowdoc, in which nothing is replaced.
