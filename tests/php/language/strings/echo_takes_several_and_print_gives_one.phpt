--TEST--
echo and print
--FILE--
<?php
echo 'a', 1, 2.5, true, null, "\n";
$x = print "b\n";
var_dump($x);
print("c" . "d") . "\n";
echo "\n", ("x"), ('y'), "\n";
?>
html <?= "short", "echo" ?>

after
--EXPECT--
a12.51
b
int(1)
cd

xy
html shortecho
after
