--TEST--
arithmetic: null is 0, true is 1
--FILE--
<?php
var_dump(null + 5, true + true, 5 * false, null / 1, true . "", -true, +null);
--EXPECT--
int(5)
int(2)
int(0)
int(0)
string(1) "1"
int(-1)
int(0)
