--TEST--
class: properties with defaults, methods, $this
--FILE--
<?php
class Point {
    public $x = 0, $y = 0;
    public array $tags = ['a'];
    function move($dx, $dy = 0) {
        $this->x += $dx;
        $this->y += $dy;
        return $this;
    }
}
$p = new Point;
$p->move(1)->move(2, 3);
$p->tags[] = 'b';
$q = new Point();
var_dump($p, $q->x);
--EXPECT--
object(Point)#1 (3) {
  ["x"]=>
  int(3)
  ["y"]=>
  int(3)
  ["tags"]=>
  array(2) {
    [0]=>
    string(1) "a"
    [1]=>
    string(1) "b"
  }
}
int(0)
