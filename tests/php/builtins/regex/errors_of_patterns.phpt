--TEST--
what is wrong with a pattern is a warning, preg_last_error() tells of the rest
--FILE--
<?php
var_dump(preg_match('/abc', 'x'), preg_last_error(), preg_last_error_msg());
var_dump(preg_match('abc', 'x'), preg_match('', 'x'), preg_match('/(/', 'x'), preg_match('/a/k', 'x'), preg_match('(a', 'x'), preg_match("/a/\0", 'x'), preg_match('/a/e','x'));
var_dump(preg_match('/a/u', "\xff"), preg_last_error_msg());
var_dump(preg_match('/a/', "a"), preg_last_error_msg());
var_dump(preg_match('/(?:\D+|<\d+>)*[!?]/', 'foobar foobar foobar'), preg_last_error_msg());
try { preg_match('/a/', 'a', $m, 1); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
try { preg_replace('/a/', ['b'], 'c'); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
--EXPECTF--

Warning: preg_match(): No ending delimiter '/' found in %serrors_of_patterns.php on line 2
bool(false)
int(1)
string(14) "Internal error"

Warning: preg_match(): Delimiter must not be alphanumeric, backslash, or NUL in %serrors_of_patterns.php on line 3

Warning: preg_match(): Empty regular expression in %serrors_of_patterns.php on line 3

Warning: preg_match(): Compilation failed: missing closing parenthesis at offset 1 in %serrors_of_patterns.php on line 3

Warning: preg_match(): Unknown modifier 'k' in %serrors_of_patterns.php on line 3

Warning: preg_match(): No ending matching delimiter ')' found in %serrors_of_patterns.php on line 3

Warning: preg_match(): NUL is not a valid modifier in %serrors_of_patterns.php on line 3

Warning: preg_match(): The /e modifier is no longer supported, use preg_replace_callback instead in %serrors_of_patterns.php on line 3
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
string(56) "Malformed UTF-8 characters, possibly incorrectly encoded"
int(1)
string(8) "No error"
bool(false)
string(25) "Backtrack limit exhausted"
preg_match(): Argument #4 ($flags) must be a PREG_* constant
preg_replace(): Argument #1 ($pattern) must be of type array when argument #2 ($replacement) is an array, string given
