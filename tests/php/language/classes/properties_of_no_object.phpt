--TEST--
->: on null and scalars
--FILE--
<?php
$n = null;
var_dump($n->x, $n?->x, isset($n->x->y));
try {
    $n->x = 1;
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
try {
    $n->m();
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
$i = 5;
var_dump($i->x);
try {
    $i->m();
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
var_dump($n?->m(die('never')));
--EXPECTF--

Warning: Attempt to read property "x" on null in %sproperties_of_no_object.php on line 3
NULL
NULL
bool(false)
Attempt to assign property "x" on null
Call to a member function m() on null

Warning: Attempt to read property "x" on int in %sproperties_of_no_object.php on line 15
NULL
Call to a member function m() on int
NULL
