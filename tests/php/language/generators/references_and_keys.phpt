--TEST--
generators: by reference, automatic keys, spread
--FILE--
<?php
class Box {
    public $items = [1, 2, 3];
    function &each() { foreach ($this->items as $k => &$v) yield $k => $v; }
}
$box = new Box;
foreach ($box->each() as &$v) $v *= 2;
unset($v);
var_dump($box->items);
function keys() { yield; yield 10 => 1; yield 2; yield 'x' => 2; yield 3; }
foreach (keys() as $k => $v) var_dump($k, $v);
var_dump([...keys()], iterator_to_array(keys(), false));
function f(...$args) { return count($args); }
var_dump(f(...(function () { yield 1; yield 2; })()));
$commands = (function () {
    foreach ([1, 2, 3] as $i => $x) {
        $command = yield $i => $x;
        if ($command === 'stop') return;
    }
})();
foreach ($commands as $k => $v) {
    echo "$k $v\n";
    if ($v == 2) $commands->send('stop');
}
--EXPECT--
array(3) {
  [0]=>
  int(2)
  [1]=>
  int(4)
  [2]=>
  int(6)
}
int(0)
NULL
int(10)
int(1)
int(11)
int(2)
string(1) "x"
int(2)
int(12)
int(3)
array(5) {
  [0]=>
  NULL
  [1]=>
  int(1)
  [2]=>
  int(2)
  ["x"]=>
  int(2)
  [3]=>
  int(3)
}
array(5) {
  [0]=>
  NULL
  [1]=>
  int(1)
  [2]=>
  int(2)
  [3]=>
  int(2)
  [4]=>
  int(3)
}
int(2)
0 1
1 2
