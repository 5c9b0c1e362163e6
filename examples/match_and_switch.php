<?php
// The same value, the same arms: why do switch and match answer differently?

function by_switch($value): string
{
    switch ($value) {
        case 0:
            $answer = 'zero';
            break;
        case '1':
            $answer = 'one as text';
            break;
        case null:
            $answer = 'null';
        default:
            $answer = 'something else';
    }
    return $answer;
}

function by_match($value): string
{
    return match ($value) {
        0 => 'zero',
        '1' => 'one as text',
        null, false => 'nothing',
        default => 'something else',
    };
}

foreach ([0, '0', '', null, false, 1, '1', 'x'] as $value) {
    echo str_pad(var_export($value, true), 6), str_pad(by_switch($value), 16), by_match($value), "\n";
}

try {
    echo match (true) {
        1 > 2 => 'never',
        1 === 2 => 'neither',
    };
} catch (UnhandledMatchError $error) {
    echo $error->getMessage(), "\n";
}

// switch compares with == and falls through without break; match compares with ===, has a value, and
// throws when no arm fits.
