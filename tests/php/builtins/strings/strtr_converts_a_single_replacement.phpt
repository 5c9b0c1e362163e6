--TEST--
strtr() with one pair converts the replacement even where it finds nothing
--FILE--
<?php
echo strtr('10', ['2' => []]), "\n";
echo strtr('10', ['2' => [], '1' => 'a']), "\n";
echo strtr('10', ['' => []]), "\n";
--EXPECTF--

Warning: Array to string conversion in %sstrtr_converts_a_single_replacement.php on line 2
10
a0

Warning: Array to string conversion in %sstrtr_converts_a_single_replacement.php on line 4

Warning: strtr(): Ignoring replacement of empty string in %sstrtr_converts_a_single_replacement.php on line 4
10
