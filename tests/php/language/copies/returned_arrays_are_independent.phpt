--TEST--
return of a static, a property, a parameter
--FILE--
<?php
function &by_reference(array &$p) { return $p; }
function remember($x = null) { static $kept = []; if ($x) { $kept[] = $x; } return $kept; }
class Holder { private $list = [1]; function list() { return $this->list; } function add($x) { $this->list[] = $x; return $this; } }
$first = remember('a');
$first[] = 'own';
$second = remember('b');
$h = new Holder;
$l = $h->list();
$l[] = 'outside';
$h->add(2);
$a = [1];
$r = &by_reference($a);
$r[] = 2;
$c = by_reference($a);
$c[] = 'copy';
echo json_encode([$first, $second, remember(), $l, $h->list(), $a]), "\n";
--EXPECT--
[["a","own"],["a","b"],["a","b"],[1,"outside"],[1,2],[1,2]]
