--TEST--
Iterator and IteratorAggregate in foreach
--FILE--
<?php
class Range3 implements Iterator {
    private $i = 0;
    function current(): mixed { echo 'current '; return $this->i * 10; }
    function key(): mixed { echo 'key '; return "k$this->i"; }
    function next(): void { echo "next\n"; $this->i++; }
    function rewind(): void { echo 'rewind '; $this->i = 0; }
    function valid(): bool { echo 'valid '; return $this->i < 2; }
}
foreach (new Range3 as $k => $v) {
    echo "[$k=>$v] ";
}
echo "\n";
class Agg implements IteratorAggregate {
    function getIterator(): Iterator { return new ArrayIterator(['x' => 1, 'y' => 2]); }
}
foreach (new Agg as $k => $v) {
    echo "$k=$v ";
}
echo implode(',', [...new Agg]), "\n";
--EXPECT--
rewind valid current key [k0=>0] next
valid current key [k1=>10] next
valid 
x=1 y=2 1,2
