--TEST--
use: methods, properties, conflict resolution, abstract and static members
--FILE--
<?php
trait Hello {
    public $greeting = 'hello';
    function say() { return "$this->greeting from " . self::class . ' ' . __TRAIT__ . ' ' . __CLASS__; }
    static function make() { return new static; }
}
trait Loud {
    function say() { return strtoupper('loud'); }
    abstract function need();
}
class A {
    use Hello, Loud {
        Hello::say insteadof Loud;
        Loud::say as protected shout;
        make as public create;
    }
    function need() { return $this->shout(); }
}
$a = A::create();
var_dump($a->say(), $a->need(), class_uses($a));
--EXPECT--
string(20) "hello from A Hello A"
string(4) "LOUD"
array(2) {
  ["Hello"]=>
  string(5) "Hello"
  ["Loud"]=>
  string(4) "Loud"
}
