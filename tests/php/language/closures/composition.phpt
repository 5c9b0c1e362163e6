--TEST--
closures returning closures
--FILE--
<?php
$compose = fn(callable ...$f) => fn($x) => array_reduce($f, fn($value, $g) => $g($value), $x);
$curry = fn($a) => fn($b) => fn($c) => "$a$b$c";
echo $compose('trim', fn($s) => $s . '!', strtoupper(...))('  hey '), $curry(1)(2)(3), "\n";
--EXPECT--
HEY!123
