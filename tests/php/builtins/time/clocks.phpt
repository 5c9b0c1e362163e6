--TEST--
microtime(), hrtime(), time(): increasing, of the right types
--FILE--
<?php
$a = microtime(true);
$h = hrtime(true);
usleep(1000);
$b = microtime(true);
$h2 = hrtime(true);
var_dump(is_float($a), $b > $a, $b - $a < 5, is_int($h), $h2 - $h >= 1000000, count(hrtime()), abs(time() - $b) < 2, str_starts_with(microtime(), '0.'));
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
int(2)
bool(true)
bool(true)
