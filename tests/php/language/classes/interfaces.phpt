--TEST--
interface: constants, several, instanceof
--FILE--
<?php
interface Named {
    const PREFIX = 'named ';
    function name(): string;
}
interface Sized extends Countable {}
class Thing implements Named, Sized {
    function name(): string { return self::PREFIX . 'thing'; }
    function count(): int { return 42; }
}
$t = new Thing;
var_dump($t->name(), count($t), $t instanceof Named, $t instanceof Countable, Thing::PREFIX, class_implements($t));
--EXPECT--
string(11) "named thing"
int(42)
bool(true)
bool(true)
string(6) "named "
array(3) {
  ["Named"]=>
  string(5) "Named"
  ["Sized"]=>
  string(5) "Sized"
  ["Countable"]=>
  string(9) "Countable"
}
