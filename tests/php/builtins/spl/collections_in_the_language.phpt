--TEST--
SPL's collections in spreads, destructuring, nested writes, subclasses, nested loops
--FILE--
<?php
$q = new SplPriorityQueue; try { foreach ($q as &$x); } catch (Error $e) { echo $e->getMessage(), "\n"; }
function walk(iterable $it) { foreach ($it as $k => $v) yield $k => $v; } foreach (walk(new ArrayObject(['a'=>1])) as $k=>$v) echo "$k=$v\n";
echo implode(',', [...new ArrayIterator([1,2,3])]), "\n"; function va(...$a) { return count($a); } echo va(...new ArrayObject([1,2])), "\n";
[$a, 'k' => $b] = [1, 'k'=>2]; ['x'=>$x] = new ArrayObject(['x'=>9]); echo $x, "\n";
$o = new ArrayObject([3,1,2]); $o->uasort(fn($a,$b)=>$a<=>$b); echo json_encode($o), "\n"; var_dump($o == new ArrayObject([3,1,2]), $o instanceof Countable, is_iterable($o), is_countable($o));
class Coll extends ArrayObject { function __construct(array $a = []) { parent::__construct($a, self::ARRAY_AS_PROPS); } function map(callable $f) { return new static(array_map($f, $this->getArrayCopy())); } } $c = new Coll(['a'=>1,'b'=>2]); echo $c->a + $c->b, json_encode($c->map(fn($x)=>$x*2)), "\n"; $c->z = 5; unset($c->a); print_r($c); var_dump(isset($c->b), isset($c->q), $c->q ?? 'none');
$c['list'][] = 1; $c['list'][] = 2; $c['n']['m'] ??= 7; $c['b']++; $c['b'] .= 'x'; print_r($c->getArrayCopy());
$r = &$c['ref']; $r = 5; echo $c['ref'], "\n"; $arr = (array)$c; echo count($arr), "\n";
$s = new SplObjectStorage; $k = new stdClass; $s[$k] = [1]; foreach ($s as $i => $obj) { var_dump($s[$obj]); } var_dump($s->offsetExists($k), count($s));
$f = SplFixedArray::fromArray([1,2,3]); echo array_sum($f->toArray()), "\n"; foreach ($f as $i => $v) $f[$i] = $v * 2; echo implode(',', $f->toArray()), "\n"; $g = clone $f; $g[0] = 100; echo $f[0], "\n"; echo max(...$f), "\n";
$l = new SplDoublyLinkedList; $l->push(1); $l->push(2); foreach ($l as $v) { foreach ($l as $w) echo "$v$w "; } echo "\n"; $st = new SplStack; $st[] = 1; $st[] = 2; $st[] = 3; foreach ($st as $i => $v) echo "$i=>$v "; echo $st->top(), count($st), "\n"; var_dump($st->toArray ?? 'no');
--EXIT--
255
--EXPECTF--

Fatal error: Cannot mix keyed and unkeyed array entries in assignments in %scollections_in_the_language.php on line 5
