--TEST--
__invoke: objects as functions
--FILE--
<?php
class Adder {
    function __construct(private $n) {}
    function __invoke($x) { return $x + $this->n; }
}
$add = new Adder(10);
var_dump($add(5), array_map($add, [1, 2]), is_callable($add), call_user_func($add, 1));
--EXPECT--
int(15)
array(2) {
  [0]=>
  int(11)
  [1]=>
  int(12)
}
bool(true)
int(11)
