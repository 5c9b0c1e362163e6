<?php
// Three dots collect arguments, and hand them out. What becomes of the keys?

function show(string $first, string ...$rest): string
{
    return $first . ' | ' . json_encode($rest);
}

echo show('a'), "\n";
echo show(...['a', 'b', 'c']), "\n";
echo show(first: 'a', second: 'b', third: 'c'), "\n";
echo show(...['first' => 'a', 'x' => 'b']), "\n";

echo json_encode([...[1, 2], ...[3, 4]]), "\n";
echo json_encode([...['a' => 1, 'b' => 2], ...['b' => 3, 'c' => 4]]), "\n";
echo json_encode(['a' => 1, 'b' => 2] + ['b' => 3, 'c' => 4]), "\n";
echo json_encode([...[5 => 'five'], ...[5 => 'again']]), "\n";

try {
    echo show(...['b'], ...['first' => 'a']);
} catch (Error $error) {
    echo $error->getMessage(), "\n";
}

// String keys are names: of parameters in a call, of keys in an array, where the later wins (with +
// the earlier does). Int keys are only an order and are counted anew.
