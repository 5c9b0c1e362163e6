--TEST--
$s[i]: an offset outside
--FILE--
<?php
$s = "abc";
var_dump($s[3]);
var_dump($s[-4]);
try {
    var_dump($s["x"]);
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
var_dump($s["1x"] ?? 'none');
--EXPECTF--

Warning: Uninitialized string offset 3 in %sreading_past_the_end_warns.php on line 3
string(0) ""

Warning: Uninitialized string offset -4 in %sreading_past_the_end_warns.php on line 4
string(0) ""
Cannot access offset of type string on string

Warning: Illegal string offset "1x" in %sreading_past_the_end_warns.php on line 10
string(1) "b"
