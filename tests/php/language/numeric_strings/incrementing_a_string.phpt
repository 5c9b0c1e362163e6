--TEST--
++ on strings: numbers count, letters go on as in a spreadsheet
--FILE--
<?php
foreach (["5", "5.5", "a", "z", "Az", "zz", "a9", "Zz9", "", "-", "a-z"] as $s) {
    $s++;
    var_dump($s);
}
foreach (["5", "a", "", "1.5"] as $s) {
    $s--;
    var_dump($s);
}
$n = null;
$n++;
var_dump($n);
$n = null;
$n--;
var_dump($n);
--EXPECT--
int(6)
float(6.5)
string(1) "b"
string(2) "aa"
string(2) "Ba"
string(3) "aaa"
string(2) "b0"
string(4) "AAa0"
string(1) "1"
string(1) "-"
string(3) "a-a"
int(4)
string(1) "a"
int(-1)
float(0.5)
int(1)
NULL
