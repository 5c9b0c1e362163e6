--TEST--
preg_replace, preg_filter: references in the replacement, arrays, empty matches
--FILE--
<?php
var_dump(preg_replace('/(a)(b)?/', '[$1|\2|${1}0|\\\\1]', 'ab a'));
var_dump(preg_replace(['/a/','/b/'], ['b','c'], ['k'=>'aab', 'x']));
var_dump(preg_replace('/x*/', '-', 'abc'));
var_dump(preg_filter('/\d/', '#', ['a1','b','c3']));
var_dump(preg_replace('/e/', 'E', ['x'=>'hello', 3=>'xe']), preg_replace('/(/', 'E', ['x'=>'hello']), preg_replace('/(/', 'E', 'x'));
var_dump(preg_replace('~(?<=\d)(?=(\d{3})+$)~', ',', '1234567'));
var_dump(preg_replace('/\s+/u', ' ', "a  \u{a0} b"));
--EXPECTF--
string(22) "[a|b|a0|\1] [a||a0|\1]"
array(2) {
  ["k"]=>
  string(3) "ccc"
  [0]=>
  string(1) "x"
}
string(7) "-a-b-c-"
array(2) {
  [0]=>
  string(2) "a#"
  [2]=>
  string(2) "c#"
}

Warning: preg_replace(): Compilation failed: missing closing parenthesis at offset 1 in %sreplace_templates_and_arrays.php on line 6

Warning: preg_replace(): Compilation failed: missing closing parenthesis at offset 1 in %sreplace_templates_and_arrays.php on line 6
array(2) {
  ["x"]=>
  string(5) "hEllo"
  [3]=>
  string(2) "xE"
}
array(0) {
}
NULL
string(9) "1,234,567"
string(3) "a b"
