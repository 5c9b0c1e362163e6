--TEST--
call_user_func(), call_user_func_array()
--FILE--
<?php
function add($a, $b = 10) { return $a + $b; }
class A { static function s($x) { return "s$x"; } function m(...$x) { return implode($x); } }
var_dump(call_user_func('add', 1), call_user_func('add', 1, 2), call_user_func_array('add', [3, 4]), call_user_func_array('add', ['b' => 1, 'a' => 2]), call_user_func('A::s', 1), call_user_func(['A', 's'], 2), call_user_func_array([new A, 'm'], [1, 2]), call_user_func(fn($x) => $x, 'c'));
try {
    call_user_func('missing');
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
--EXPECT--
int(11)
int(3)
int(7)
int(3)
string(2) "s1"
string(2) "s2"
string(2) "12"
string(1) "c"
call_user_func(): Argument #1 ($callback) must be a valid callback, function "missing" not found or invalid function name
