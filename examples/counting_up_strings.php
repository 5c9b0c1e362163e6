<?php
// What is 'z' + 1, and what is 'z' after ++?

foreach (['a', 'z', 'Az', 'Zz', 'a9', 'zz9', '9', '1.5', '', null] as $value) {
    $before = var_export($value, true);
    $value++;
    echo $before, ' => ', var_export($value, true), "\n";
}

$value = 'b';
$value--;
var_dump($value);
$value = null;
$value--;
var_dump($value);

try {
    var_dump('z' + 1);
} catch (TypeError $error) {
    echo $error->getMessage(), "\n";
}

// ++ counts up letters as Perl does, with a carry to the left, and numeric strings as numbers.
// -- does nothing to letters, and nothing to null; only ++ takes null for 0.
