--TEST--
functions: three hundred parameters
--FILE--
<?php
$names = array_map(fn($i) => "\$p$i", range(1, 300));
eval('function many(' . implode(', ', $names) . ') { return ' . implode(' + ', $names) . '; }');
var_dump(many(...range(1, 300)));
--EXPECT--
int(45150)
