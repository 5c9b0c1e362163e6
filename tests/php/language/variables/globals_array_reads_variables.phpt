--TEST--
$GLOBALS['name'] reads a global variable and says so when there is none
--FILE--
<?php
$a = ['b' => ['c' => 1]];
$name = 'a';
function f() {
    global $name;
    return $GLOBALS['a']['b']['c'] + $GLOBALS[$name]['b']['c'] + count($GLOBALS['a']['b']);
}
var_dump(f(), $GLOBALS['none'], isset($GLOBALS['none']), $GLOBALS['none'] ?? 'default', $GLOBALS['none']['x']);
--EXPECTF--

Warning: Undefined global variable $none in %sglobals_array_reads_variables.php on line 8

Warning: Undefined global variable $none in %sglobals_array_reads_variables.php on line 8

Warning: Trying to access array offset on value of type null in %sglobals_array_reads_variables.php on line 8
int(3)
NULL
bool(false)
string(7) "default"
NULL
