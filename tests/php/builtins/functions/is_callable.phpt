--TEST--
is_callable(), function_exists()
--FILE--
<?php
class A { private function p() {} function m() {} static function s() {} }
var_dump(is_callable('strlen'), is_callable('nope'), is_callable('A::s'), is_callable(['A', 's']), is_callable([new A, 'm']), is_callable([new A, 'p']), is_callable(fn() => 1), is_callable(5), function_exists('strlen'), function_exists('no'));
--EXPECT--
bool(true)
bool(false)
bool(true)
bool(true)
bool(true)
bool(false)
bool(true)
bool(false)
bool(true)
bool(false)
