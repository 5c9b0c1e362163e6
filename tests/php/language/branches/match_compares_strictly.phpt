--TEST--
match: identity, several conditions, a value
--FILE--
<?php
foreach ([1, '1', 2, 3, 'x', null] as $x) {
    echo match ($x) {
        1, 2 => 'small int',
        '1' => 'string one',
        null => 'null',
        default => 'default',
    }, "\n";
}
$age = 20;
echo match (true) {
    $age < 13 => 'child',
    $age < 20 => 'teen',
    default => 'adult',
}, "\n";
--EXPECT--
small int
string one
small int
default
default
null
adult
