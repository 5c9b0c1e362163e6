--TEST--
clone: properties are copied, objects in them shared; __clone
--FILE--
<?php
class Node {
    public $list = [1];
    public $child;
    public $log = '';
    function __construct() { $this->child = new stdClass; $this->child->n = 1; }
    function __clone() { $this->log = 'cloned'; }
}
$a = new Node;
$b = clone $a;
$b->list[] = 2;
$b->child->n = 'shared';
var_dump($a, $a == $b, $b->log);
--EXPECT--
object(Node)#1 (3) {
  ["list"]=>
  array(1) {
    [0]=>
    int(1)
  }
  ["child"]=>
  object(stdClass)#2 (1) {
    ["n"]=>
    string(6) "shared"
  }
  ["log"]=>
  string(0) ""
}
bool(false)
string(6) "cloned"
