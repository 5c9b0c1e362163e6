--TEST--
++ on an element of an ArrayAccess object changes what offsetGet() gives by reference; op= calls offsetSet()
--FILE--
<?php
class ByValue implements ArrayAccess {
    public $data = ['k' => 1];
    function offsetExists($o): bool { return true; }
    function offsetGet($o): mixed { echo "get $o\n"; return $this->data[$o]; }
    function offsetSet($o, $v): void { echo "set $o $v\n"; $this->data[$o] = $v; }
    function offsetUnset($o): void {}
}
class ByReference extends ByValue {
    function &offsetGet($o): mixed { echo "get $o\n"; return $this->data[$o]; }
}
foreach ([new ByValue, new ByReference] as $o) {
    var_dump($o['k']++, --$o['k'], ++$o['k']);
    $o['k'] += 10;
    var_dump($o->data);
    try { $o['k'] = &$x; } catch (Error $e) { echo $e->getMessage(), "\n"; }
}
--EXPECTF--
get k

Notice: Indirect modification of overloaded element of ByValue has no effect in %sincrement_of_an_array_access_element.php on line 13
get k

Notice: Indirect modification of overloaded element of ByValue has no effect in %sincrement_of_an_array_access_element.php on line 13
get k

Notice: Indirect modification of overloaded element of ByValue has no effect in %sincrement_of_an_array_access_element.php on line 13
int(1)
int(0)
int(2)
get k
set k 11
array(1) {
  ["k"]=>
  int(11)
}
get k

Notice: Indirect modification of overloaded element of ByValue has no effect in %sincrement_of_an_array_access_element.php on line 16
Cannot assign by reference to an array dimension of an object
get k
get k
get k
int(1)
int(1)
int(2)
get k
set k 12
array(1) {
  ["k"]=>
  int(12)
}
get k
Cannot assign by reference to an array dimension of an object
