--TEST--
__construct: arguments, promoted properties with defaults
--FILE--
<?php
class A {
    public $sum;
    function __construct(public int $x, protected ?string $name = 'none', private array $list = [1]) {
        $this->sum = $x + count($list);
    }
}
var_dump(new A(5, list: [1, 2, 3]));
try {
    new A;
} catch (ArgumentCountError $e) {
    echo $e->getMessage(), "\n";
}
--EXPECTF--
object(A)#1 (4) {
  ["sum"]=>
  int(8)
  ["x"]=>
  int(5)
  ["name":protected]=>
  string(4) "none"
  ["list":"A":private]=>
  array(3) {
    [0]=>
    int(1)
    [1]=>
    int(2)
    [2]=>
    int(3)
  }
}
Too few arguments to function A::__construct(), 0 passed in %sconstructor_and_promotion.php on line 10 and at least 1 expected
