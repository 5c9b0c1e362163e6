<?php
// == converts before it compares. Into what, when a number meets a text?

$pairs = [[0, 'abc'], [0, ''], ['1', '01'], ['10', '1e1'], ['abc', 'ABC'], [100, '1e2'], [null, false], [[], false]];

foreach ($pairs as [$left, $right]) {
    $loose = $left == $right ? '==' : '!=';
    $strict = $left === $right ? '===' : '!==';
    echo json_encode($left), " $loose ", json_encode($right), ", $strict\n";
}

// If the text is numeric, the two are compared as numbers; if not, the number is turned into
// text. Two numeric texts are compared as numbers too, which surprises: '10' == '1e1'.
