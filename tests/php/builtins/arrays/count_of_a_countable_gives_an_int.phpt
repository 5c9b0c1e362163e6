--TEST--
count(): what a Countable's untyped count() gives is made an int
--FILE--
<?php
class C implements Countable {
    public $result;
    #[ReturnTypeWillChange]
    function count() { return $this->result; }
}
$c = new C;
foreach (['12 apples', null, [1, 2, 3], 2.9, true] as $c->result) {
    var_dump(count($c));
}
--EXPECT--
int(12)
int(0)
int(1)
int(2)
int(1)
