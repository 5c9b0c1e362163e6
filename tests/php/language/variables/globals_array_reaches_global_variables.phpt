--TEST--
$GLOBALS: read and write from a function
--FILE--
<?php
$x = 1;
function change() {
    $GLOBALS['x']++;
    $GLOBALS['made'] = 'here';
    return isset($GLOBALS['none']);
}
var_dump(change(), $x, $made);
unset($GLOBALS['x']);
var_dump(isset($x));
--EXPECT--
bool(false)
int(2)
string(4) "here"
bool(false)
