--TEST--
is_int() and its kin
--FILE--
<?php
foreach ([1, 1.5, '1', '1.5e3', ' 1', '1 ', 'a', '', true, null, [], new stdClass, 'strlen'] as $v) {
    echo str_pad(json_encode($v), 10), (int) is_int($v), (int) is_float($v), (int) is_string($v), (int) is_bool($v), (int) is_null($v), (int) is_array($v), (int) is_object($v), (int) is_numeric($v), (int) is_scalar($v), (int) is_callable($v), (int) is_iterable($v), (int) is_countable($v), "\n";
}
--EXPECT--
1         100000011000
1.5       010000011000
"1"       001000011000
"1.5e3"   001000011000
" 1"      001000011000
"1 "      001000011000
"a"       001000001000
""        001000001000
true      000100001000
null      000010000000
[]        000001000011
{}        000000100000
"strlen"  001000001100
