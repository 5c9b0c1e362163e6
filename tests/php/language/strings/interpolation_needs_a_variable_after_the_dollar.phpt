--TEST--
"$": a dollar alone stays
--FILE--
<?php
$x = 1;
echo "costs $5, $ 5, {$x}$x$ \$x {x} {\$x}\n";
--EXPECT--
costs $5, $ 5, 11$ $x {x} {$x}
