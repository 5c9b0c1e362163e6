--TEST--
finally: its own return wins; otherwise the first value stays
--FILE--
<?php
function f() { try { return 'try'; } finally { return 'finally'; } }
function g() { $x = 1; try { return $x; } finally { $x = 2; } }
function h() { try { throw new Exception('lost'); } finally { return 'swallowed'; } }
function i() { foreach ([1, 2] as $x) { try { continue; } finally { echo "f$x "; } } return 'done'; }
function k() { try { try { return 'inner'; } finally { echo 'one '; } } finally { echo 'two '; } }
var_dump(f(), g(), h(), i(), k());
--EXPECT--
f1 f2 one two string(7) "finally"
int(1)
string(9) "swallowed"
string(4) "done"
string(5) "inner"
