--TEST--
switch: five hundred cases
--FILE--
<?php
$code = 'switch ($x) {';
for ($i = 0; $i < 500; $i++) {
    $code .= "case $i: return 'c$i';";
}
$code .= '}';
eval("function pick(\$x) { $code }");
var_dump(pick(0), pick(499), pick(500));
--EXPECT--
string(2) "c0"
string(4) "c499"
NULL
