--TEST--
ini_get(), ini_set(), error_reporting()
--FILE--
<?php
$third = 1 / 3;
var_dump(ini_get('precision'), ini_set('precision', 5), $third . '', ini_get('precision'), ini_get('no.such'), error_reporting());
error_reporting(E_ALL & ~E_WARNING);
echo $undefined;
echo "quiet\n";
error_reporting(0);
echo [] . "\n";
--EXPECT--
string(2) "14"
string(2) "14"
string(7) "0.33333"
string(1) "5"
bool(false)
int(32767)
quiet
Array
