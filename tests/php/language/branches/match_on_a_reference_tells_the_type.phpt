--TEST--
The value that no arm takes is told, but of a variable that is a reference only its type
--FILE--
<?php
function unmatched(&$value) {
    return match ($value) { 'x' => 1 };
}
function matched($value) {
    return match ($value) { 'x' => 1 };
}
foreach (['unmatched', 'matched'] as $function) {
    $value = 5;
    try {
        $function($value);
    } catch (UnhandledMatchError $e) {
        echo $e->getMessage(), "\n";
    }
}
--EXPECT--
Unhandled match case of type int
Unhandled match case 5
