--TEST--
var_dump(): visibility, nesting, numbering
--FILE--
<?php
class A {
    public $pub = 1;
    protected $pro = [1];
    private $pri = null;
    public int $typed;
}
$a = new A;
$a->pub = new stdClass;
var_dump($a, new A);
--EXPECT--
object(A)#1 (3) {
  ["pub"]=>
  object(stdClass)#2 (0) {
  }
  ["pro":protected]=>
  array(1) {
    [0]=>
    int(1)
  }
  ["pri":"A":private]=>
  NULL
  ["typed"]=>
  uninitialized(int)
}
object(A)#3 (3) {
  ["pub"]=>
  int(1)
  ["pro":protected]=>
  array(1) {
    [0]=>
    int(1)
  }
  ["pri":"A":private]=>
  NULL
  ["typed"]=>
  uninitialized(int)
}
