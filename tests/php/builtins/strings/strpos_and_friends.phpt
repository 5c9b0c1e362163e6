--TEST--
strpos(), stripos(), strrpos(), str_contains() and so on
--FILE--
<?php
var_dump(strpos('hello', 'l'), strpos('hello', 'z'), strpos('hello', 'l', 3), strpos('hello', 'l', -2), strpos('abc', ''), stripos('HeLLo', 'll'), strrpos('hello', 'l'), strrpos('hello', 'l', -3));
var_dump(str_contains('abc', 'b'), str_contains('abc', ''), str_starts_with('abc', 'ab'), str_ends_with('abc', 'bc'), strstr('user@host', '@'), strstr('user@host', '@', true), strrchr('a/b/c', '/'), stristr('HAYSTACK', 'st'), substr_count('aaa', 'a'), substr_count('aaaa', 'aa'));
try {
    strpos('abc', 'a', 10);
} catch (ValueError $e) {
    echo $e->getMessage(), "\n";
}
--EXPECT--
int(2)
bool(false)
int(3)
int(3)
int(0)
int(2)
int(3)
int(2)
bool(true)
bool(true)
bool(true)
bool(true)
string(5) "@host"
string(4) "user"
string(2) "/c"
string(5) "STACK"
int(3)
int(2)
strpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)
