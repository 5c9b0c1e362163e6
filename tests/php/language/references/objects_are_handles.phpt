--TEST--
objects: copies of the variable name the same object
--FILE--
<?php
function rename_it($o) {
    $o->name = 'renamed';
    $o = null;
}
$a = new stdClass;
$a->name = 'a';
$b = $a;
$b->name = 'b';
var_dump($a->name, $a === $b);
rename_it($a);
var_dump($b->name);
--EXPECT--
string(1) "b"
bool(true)
string(7) "renamed"
