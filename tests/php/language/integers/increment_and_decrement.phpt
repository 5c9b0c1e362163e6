--TEST--
++ and --: before gives the new value, after the old one
--FILE--
<?php
$i = 5;
var_dump($i++, $i, ++$i, $i--, $i, --$i);
--EXPECT--
int(5)
int(6)
int(7)
int(7)
int(6)
int(5)
