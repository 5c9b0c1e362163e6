--TEST--
constants: both ways to make one
--FILE--
<?php
const GREETING = 'hello';
define('ANSWER', 6 * 7);
const LISTED = [1, 2, GREETING];
var_dump(GREETING, ANSWER, LISTED[2], defined('ANSWER'), defined('OTHER'), constant('ANSWER'));
--EXPECT--
string(5) "hello"
int(42)
string(5) "hello"
bool(true)
bool(false)
int(42)
