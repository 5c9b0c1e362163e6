--TEST--
$s[i]: bytes from both ends, isset, nested
--FILE--
<?php
$s = "hello";
var_dump($s[0], $s[4], $s[-1], $s[-5], $s["1"], "literal"[2], isset($s[4]), isset($s[5]), isset($s[-5]), isset($s[-6]));
var_dump(isset($s["x"]), isset($s["1x"]), isset($s[0][0]), isset($s[0][1]), $s[9] ?? 'none', empty($s[0]));
--EXPECT--
string(1) "h"
string(1) "o"
string(1) "o"
string(1) "h"
string(1) "e"
string(1) "t"
bool(true)
bool(false)
bool(true)
bool(false)
bool(false)
bool(false)
bool(true)
bool(false)
string(4) "none"
bool(false)
