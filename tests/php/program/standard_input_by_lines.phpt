--TEST--
fgets(STDIN): until false at the end
--FILE--
<?php
$n = 0;
while (($line = fgets(STDIN)) !== false) {
    echo ++$n, ': ', rtrim($line), "\n";
}
var_dump(feof(STDIN));
--STDIN--
first line

third
--EXPECT--
1: first line
2: 
3: third
bool(true)
