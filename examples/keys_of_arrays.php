<?php
// How many elements does this array have?

$array = [
    1 => 'int',
    '1' => 'string of an int',
    1.0 => 'float',
    true => 'bool',
    '01' => 'string with a zero in front',
    '1.7' => 'string of a float',
    null => 'null',
    '' => 'empty string',
];
echo count($array), "\n";
foreach ($array as $key => $value) {
    echo var_export($key, true), ' => ', $value, "\n";
}

// A key is an int or a string, nothing else. Floats and booleans become ints, null becomes '', and
// a string becomes an int if it is written exactly as PHP would print that int.
