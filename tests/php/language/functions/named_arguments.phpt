--TEST--
f(name: value): any order, skipping defaults
--FILE--
<?php
function f($a, $b = 'B', $c = 'C') {
    return "$a$b$c ";
}
echo f(c: 3, a: 1), f(1, c: 3), f(a: 1, b: 2, c: 3), "\n";
echo str_pad(string: 'x', length: 5, pad_type: STR_PAD_LEFT), "|", json_encode(value: [1]), "\n";
--EXPECT--
1B3 1B3 123 
    x|[1]
