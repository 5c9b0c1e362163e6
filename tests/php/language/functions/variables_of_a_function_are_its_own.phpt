--TEST--
scope: no access to globals, fresh at each call
--FILE--
<?php
$x = 'global';
function f() {
    var_dump(isset($x));
    $x = 'local';
    $y = ($y ?? 0) + 1;
    return $y;
}
var_dump(f(), f(), $x);
--EXPECT--
bool(false)
bool(false)
int(1)
int(1)
string(6) "global"
