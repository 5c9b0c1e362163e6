<?php
// ??, ?: and isset() ask three questions that sound alike. Which values tell them apart?

$values = ['null' => null, 'zero' => 0, 'empty' => '', 'text' => 'x', 'false' => false];

foreach (['null', 'zero', 'empty', 'text', 'false', 'missing'] as $key) {
    $coalesced = $values[$key] ?? 'default';
    $shorter = ($values[$key] ?? null) ?: 'default';
    echo str_pad($key, 8), ' ?? ', var_export($coalesced, true), ', ?: ', var_export($shorter, true),
        ', isset ', var_export(isset($values[$key]), true),
        ', exists ', var_export(array_key_exists($key, $values), true), "\n";
}

$tree = ['left' => ['value' => 1]];
var_dump($tree['left']['value'] ?? 'none', $tree['right']['value'] ?? 'none', $nowhere->name ?? 'none');

$cache = [];
$cache['pi'] ??= 3.14;
$cache['pi'] ??= 'not computed again';
var_dump($cache['pi']);

// ?? asks only "is it null or missing", through any number of steps and without a warning. ?: asks
// "is it true", so 0, '' and false get the default as well.
