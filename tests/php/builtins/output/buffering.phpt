--TEST--
ob_start(): nesting, get, clean, callbacks
--FILE--
<?php
ob_start();
echo 'hidden';
$x = ob_get_clean();
echo "got $x ";
ob_start();
echo 'a';
ob_start();
echo 'b';
var_dump(ob_get_level());
ob_end_flush();
$both = ob_get_contents();
ob_end_clean();
echo strtoupper($both);
ob_start(fn($text) => strrev($text));
echo 'reversed';
ob_end_flush();
echo "\n";
var_dump(ob_get_clean(), ob_get_level());
--EXPECT--
got hidden ABINT(2)
desrever
bool(false)
int(0)
