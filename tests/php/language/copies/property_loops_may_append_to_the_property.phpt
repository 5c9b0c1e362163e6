--TEST--
foreach over $this->p while the body writes it
--FILE--
<?php
class Queue {
    public $items = [1, 2];
    static $all = ['s'];
    function double() {
        foreach ($this->items as $i => $item) {
            $this->items[] = $item * 10;
            $this->items[$i] = "seen $item";
        }
        foreach (self::$all as $x) {
            self::$all[] = "$x$x";
        }
    }
}
$q = new Queue;
$before = $q->items;
$q->double();
echo json_encode([$before, $q->items, Queue::$all]), "\n";
--EXPECT--
[[1,2],["seen 1","seen 2",10,20],["s","ss"]]
