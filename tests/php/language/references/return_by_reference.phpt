--TEST--
function &f(): the caller may bind to what is returned
--FILE--
<?php
function &counter() {
    static $n = 0;
    return $n;
}
$a = &counter();
$a += 5;
var_dump(counter());
$b = counter();
$b = 'copy';
var_dump(counter());
class Store {
    private $items = ['k' => 1];
    function &item($k) {
        return $this->items[$k];
    }
    function all() {
        return $this->items;
    }
}
$s = new Store;
$i = &$s->item('k');
$i = 'written';
$j = &$s->item('new');
$j = 'made';
echo json_encode($s->all()), "\n";
--EXPECT--
int(5)
int(5)
{"k":"written","new":"made"}
