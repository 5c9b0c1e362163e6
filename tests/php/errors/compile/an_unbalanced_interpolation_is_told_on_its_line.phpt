--TEST--
Deprecated ways to name variables in heredocs.
--FILE--
<?php
$a = 'b'; $b = 1;
echo <<<X
  ${$a}
  ${a}
  X, "\n";
--EXPECTF--

Deprecated: Using ${expr} (variable variables) in strings is deprecated, use {${expr}} instead in %san_unbalanced_interpolation_is_told_on_its_line.php on line 4

Deprecated: Using ${var} in strings is deprecated, use {$var} instead in %san_unbalanced_interpolation_is_told_on_its_line.php on line 4
1
b
