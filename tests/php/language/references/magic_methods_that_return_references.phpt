--TEST--
references: __get and offsetGet that return by reference are written through
--FILE--
<?php
class Magic {
    private $data = ['list' => [], 'n' => 1];
    function &__get($name) { return $this->data[$name]; }
}
$m = new Magic;
$m->list[] = 'a';
$m->list['k']['l'] = 'b';
$m->n += 4;
echo json_encode([$m->list, $m->n]), "\n";
class Offsets implements ArrayAccess {
    private $data = [];
    function offsetExists($o): bool { return isset($this->data[$o]); }
    function &offsetGet($o): mixed { return $this->data[$o]; }
    function offsetSet($o, $v): void { $this->data[$o] = $v; }
    function offsetUnset($o): void { unset($this->data[$o]); }
}
$o = new Offsets;
$o['x'] = 1;
++$o['x'];
$o['list'][] = 'a';
$o['list']['k'][] = 'b';
$r = &$o['x'];
$r = 9;
echo json_encode([$o['x'], $o['list']]), "\n";
class ByValue { function __get($name) { return [1]; } }
$b = new ByValue;
$b->list[] = 2;
--EXPECTF--

Deprecated: Creation of dynamic property Magic::$n is deprecated in %smagic_methods_that_return_references.php on line 9
[{"0":"a","k":{"l":"b"}},5]
[9,{"0":"a","k":["b"]}]

Notice: Indirect modification of overloaded property ByValue::$list has no effect in %smagic_methods_that_return_references.php on line 28
