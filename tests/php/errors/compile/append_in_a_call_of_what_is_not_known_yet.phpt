--TEST--
Whether f($a[]) has a meaning is known when it is called.
--FILE--
<?php
function g() { try { f($a[][0]); } catch (Error $e) { echo $e->getMessage(), "\n"; } }
function f($x) {}
g();
--EXPECT--
Cannot use [] for reading
