--TEST--
preg_replace_callback and preg_replace_callback_array, also inside a callback
--FILE--
<?php
var_dump(preg_replace_callback('/\d+/', fn($m)=>$m[0]*2, 'a1 b22', -1, $c), $c);
try { preg_replace_callback('/a/', 'nope', 'c'); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
var_dump(preg_replace_callback_array(['/a/' => fn($m)=>'b', '/b/' => fn($m)=>'c'], 'aabb', -1, $c), $c);
function f($m) { return preg_replace_callback('/b/', fn($x)=>strtoupper($x[0]), $m[0]); }
var_dump(preg_replace_callback('/ab+/', 'f', 'abb cab'));
--EXPECT--
string(6) "a2 b44"
int(2)
preg_replace_callback(): Argument #2 ($callback) must be a valid callback, function "nope" not found or invalid function name
string(4) "cccc"
int(6)
string(7) "aBB caB"
