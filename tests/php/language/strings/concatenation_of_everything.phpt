--TEST--
.: numbers, booleans and null become text
--FILE--
<?php
var_dump(1 . 2, 1.50 . "", true . false . null . "x", -0.0 . "", 1e100 . "", "a" . "b" . 'c');
$s = "x";
$s .= 1;
$s .= $s;
var_dump($s);
--EXPECT--
string(2) "12"
string(3) "1.5"
string(2) "1x"
string(2) "-0"
string(8) "1.0E+100"
string(3) "abc"
string(4) "x1x1"
