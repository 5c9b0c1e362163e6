--TEST--
unset(): only this name goes
--FILE--
<?php
function f(&$p) {
    unset($p);
    $p = 'local now';
}
$x = 'kept';
f($x);
var_dump($x);
$a = ['k' => 1];
$r = &$a['k'];
unset($a['k']);
$r = 2;
var_dump($a, $r);
--EXPECT--
string(4) "kept"
array(0) {
}
int(2)
