--TEST--
return: nothing is null, references and lists
--FILE--
<?php
function nothing() {}
function empty_return() { return; }
function early($x) { if ($x) return 'early'; return 'late'; }
function several() { return [1, 2]; }
[$a, $b] = several();
var_dump(nothing(), empty_return(), early(true), early(false), $a + $b, several()[1]);
--EXPECT--
NULL
NULL
string(5) "early"
string(4) "late"
int(3)
int(2)
