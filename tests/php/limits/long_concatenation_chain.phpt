--TEST--
expressions: a thousand operands
--FILE--
<?php
$code = 'return ' . implode(' . ', array_fill(0, 1000, '"x"')) . ';';
var_dump(strlen(eval($code)));
$code = 'return ' . implode(' + ', array_fill(0, 1000, '1')) . ';';
var_dump(eval($code));
--EXPECT--
int(1000)
int(1000)
