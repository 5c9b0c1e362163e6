--TEST--
strtr(): characters and pairs, longest first
--FILE--
<?php
var_dump(strtr('Hi all', 'ai', 'eo'), strtr('Hi all, I said', ['Hi' => 'Hello', 'Hello' => 'x', 'said' => 'say']), strtr('aaa', ['a' => 'b', 'aa' => 'c']));
--EXPECT--
string(6) "Ho ell"
string(16) "Hello all, I say"
string(2) "cb"
