--TEST--
Nothing is said of false behind a reference when the write goes deeper than one level
--FILE--
<?php
$plain = false;
$plain[1][2] = 'a';
$referenced = false;
$other = &$referenced;
$referenced[1][2] = 'a';
echo "done\n";
--EXPECTF--

Deprecated: Automatic conversion of false to array is deprecated in %sfalse_behind_a_reference_becomes_an_array.php on line 3
done
