--TEST--
private and protected: who may call
--FILE--
<?php
class A {
    private function secret() { return 'secret of A'; }
    protected function family() { return 'family'; }
    function open() { return $this->secret() . ' ' . $this->family(); }
    static private function st() {}
}
class B extends A {
    function secret() { return 'secret of B'; }
    function family() { return parent::family() . ' of B'; }
}
echo (new B)->open(), ' ', (new B)->secret(), "\n";
foreach ([fn() => (new A)->secret(), fn() => (new A)->family(), fn() => A::st(), fn() => (new A)->nothing(), fn() => A::nothing()] as $call) {
    try {
        $call();
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
--EXPECT--
secret of A family of B secret of B
Call to private method A::secret() from global scope
Call to protected method A::family() from global scope
Call to private method A::st() from global scope
Call to undefined method A::nothing()
Call to undefined method A::nothing()
