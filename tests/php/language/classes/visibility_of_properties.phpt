--TEST--
private and protected: who may read
--FILE--
<?php
class A {
    private $private = 'private of A';
    protected $protected = 'protected';
    function read() { return [$this->private, $this->protected]; }
}
class B extends A {
    private $private = 'private of B';
    function readB() { return [$this->private, $this->protected]; }
}
$b = new B;
echo json_encode([$b->read(), $b->readB()]), "\n";
foreach (['private', 'protected'] as $name) {
    try {
        echo $b->$name;
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
    try {
        $b->$name = 1;
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
var_dump($b, isset($b->private));
--EXPECT--
[["private of A","protected"],["private of B","protected"]]
Cannot access private property B::$private
Cannot access private property B::$private
Cannot access protected property B::$protected
Cannot access protected property B::$protected
object(B)#1 (3) {
  ["private":"A":private]=>
  string(12) "private of A"
  ["protected":protected]=>
  string(9) "protected"
  ["private":"B":private]=>
  string(12) "private of B"
}
bool(false)
