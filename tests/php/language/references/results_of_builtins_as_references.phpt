--TEST--
Everything but a plain variable can be bound to what a builtin gives, with a notice
--FILE--
<?php
class A { static $length; }
$object = new stdClass;
$list = [];
A::$length = &trim('a');
$object->length = &trim('ab');
$list[0] = &trim('abc');
var_dump(A::$length, $object->length, $list[0]);
function declared_inside_a_method() {
    $c = new class { function f() { function g() { class Free {} return new Free; } return g(); } };
    var_dump($c->f());
}
declared_inside_a_method();
--EXPECTF--

Notice: Only variables should be assigned by reference in %sresults_of_builtins_as_references.php on line 5

Notice: Only variables should be assigned by reference in %sresults_of_builtins_as_references.php on line 6

Notice: Only variables should be assigned by reference in %sresults_of_builtins_as_references.php on line 7
string(1) "a"
string(2) "ab"
string(3) "abc"
object(Free)#3 (0) {
}
