--TEST--
[] =: by position, with gaps, nested
--FILE--
<?php
[$a, , $c] = [1, 2, 3];
list($d, list(, $e)) = [4, [5, 6]];
var_dump($a, $c, $d, $e);
--EXPECT--
int(1)
int(3)
int(4)
int(6)
