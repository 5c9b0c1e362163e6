--TEST--
.=: another variable with the same text keeps it
--FILE--
<?php
$a = "base";
$b = $a;
$a .= "+1";
$c = $a;
$a .= "+2";
$c .= "+3";
var_dump($a, $b, $c);
--EXPECT--
string(8) "base+1+2"
string(4) "base"
string(8) "base+1+3"
