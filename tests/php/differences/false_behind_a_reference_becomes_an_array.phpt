--TEST--
Writing two levels deep into false behind a reference is as deprecated as into a plain variable
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
--OURS--

Deprecated: Automatic conversion of false to array is deprecated in %s on line 3

Deprecated: Automatic conversion of false to array is deprecated in %s on line 6
done
--WHY--
PHP 8.2 forgets the message for a reference when the write goes deeper than one level; both writes will stop working in the
same future version, so both are told.
