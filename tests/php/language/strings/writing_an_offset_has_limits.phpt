--TEST--
$s[i] = c: what throws
--FILE--
<?php
$s = "abc";
foreach ([fn() => $s[0] = "", function () use ($s) { $s[] = "d"; }, function () use ($s) { $s["x"] = "d"; }, function () use ($s) { $s[0][0] = "d"; }, function () use ($s) { unset($s[0]); }] as $f) {
    try {
        $f();
    } catch (Error $e) {
        echo get_class($e), ": ", $e->getMessage(), "\n";
    }
}
$s[-9] = 'x';
var_dump($s);
--EXPECTF--
Error: Cannot assign an empty string to a string offset
Error: [] operator not supported for strings
TypeError: Cannot access offset of type string on string
Error: Cannot use string offset as an array
Error: Cannot unset string offsets

Warning: Illegal string offset -9 in %swriting_an_offset_has_limits.php on line 10
string(3) "abc"
