--TEST--
traits: magic constants, self, parent and statics belong to the class that uses them
--FILE--
<?php
trait T {
    private static $count = 0;
    public $where = __CLASS__;
    const LIMIT = 3;
    function names() { return [__CLASS__, __METHOD__, __FUNCTION__, __TRAIT__, self::class, static::class]; }
    static function inc() { static $calls = 0; return [++self::$count, ++$calls, self::LIMIT]; }
    function up() { return 'T then ' . parent::up(); }
    function closure() { return function () { return [__CLASS__, self::class, static::class]; }; }
}
class P { function up() { return 'P'; } }
class A extends P { use T { names as protected traitNames; names as public; } }
class B extends P { use T; }
class C extends A {}
echo json_encode((new C)->names()), "\n";
A::inc();
echo json_encode([A::inc(), C::inc(), B::inc()]), "\n";
echo (new A)->up(), ' ', (new B)->where, "\n";
echo json_encode((new C)->closure()()), "\n";
trait Outer { use T; abstract function need(); function both() { return $this->need(); } }
class D extends P { use Outer; function need() { return 'needed'; } }
echo (new D)->both(), "\n";
var_dump(class_uses('D'), class_uses('Outer'), get_declared_traits());
--EXPECT--
["A","T::names","names","T","A","C"]
[[2,2,3],[3,3,3],[1,1,3]]
T then P B
["A","A","C"]
needed
array(1) {
  ["Outer"]=>
  string(5) "Outer"
}
array(1) {
  ["T"]=>
  string(1) "T"
}
array(2) {
  [0]=>
  string(1) "T"
  [1]=>
  string(5) "Outer"
}
