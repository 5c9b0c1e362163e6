--TEST--
The iterators that stand on other iterators, and recursive ones
--FILE--
<?php
$a = new ArrayIterator(['a'=>1,'b'=>2,'c'=>3,'d'=>4]);
foreach (new LimitIterator($a, 1, 2) as $k=>$v) echo "$k=>$v "; echo "\n";
foreach (new CallbackFilterIterator($a, fn($v,$k,$it)=>$v%2) as $k=>$v) echo "$k=>$v "; echo "\n";
class Odd extends FilterIterator { function accept(): bool { return $this->current() > 2; } } foreach (new Odd($a) as $k=>$v) echo "$k=>$v "; echo "\n";
$i=0; foreach (new InfiniteIterator(new ArrayIterator([1,2])) as $v) { echo $v; if (++$i>5) break; } echo "\n";
$ap = new AppendIterator; $ap->append(new ArrayIterator([1,2])); $ap->append(new ArrayIterator([])); $ap->append(new ArrayIterator([3])); foreach ($ap as $k=>$v) echo $ap->getIteratorIndex(),":$k=>$v "; echo "\n";
$c = new CachingIterator(new ArrayIterator(['x','y','z'])); foreach ($c as $v) echo $v, $c->hasNext() ? ', ' : "\n";
$c = new CachingIterator($a, CachingIterator::FULL_CACHE); foreach ($c as $v); print_r($c->getCache()); echo count($c), $c['a'], "\n";
try { echo $c; } catch (Exception $e) { echo get_class($e), $e->getMessage(), "\n"; }
foreach (new RegexIterator(new ArrayIterator(['apple','bob','avocado']), '/^a/') as $k=>$v) echo "$k=>$v "; echo "\n";
foreach (new RegexIterator(new ArrayIterator(['a1b2','c3']), '/\d/', RegexIterator::ALL_MATCHES) as $v) echo json_encode($v); echo "\n";
$r = new RegexIterator(new ArrayIterator(['a1','b','c2']), '/\d/', RegexIterator::REPLACE); $r->replacement = '#'; print_r(iterator_to_array($r));
$t = ['a'=>1,'b'=>['c'=>2,'d'=>['e'=>3]],'f'=>4];
$it = new RecursiveIteratorIterator(new RecursiveArrayIterator($t)); foreach ($it as $k=>$v) echo $it->getDepth(), "$k=>$v "; echo "\n";
foreach (new RecursiveIteratorIterator(new RecursiveArrayIterator($t), RecursiveIteratorIterator::SELF_FIRST) as $k=>$v) echo $k, is_array($v)?'[]':$v, ' '; echo "\n";
foreach (new RecursiveIteratorIterator(new RecursiveArrayIterator($t), RecursiveIteratorIterator::CHILD_FIRST) as $k=>$v) echo $k, is_array($v)?'[]':$v, ' '; echo "\n";
foreach (new RecursiveTreeIterator(new RecursiveArrayIterator($t)) as $k=>$v) echo "[$k] $v\n";
$it->setMaxDepth(0); foreach ($it as $k=>$v) echo "$k "; echo "\n"; var_dump($it->getMaxDepth());
class R extends RecursiveIteratorIterator { function beginChildren(): void { echo '<'; } function endChildren(): void { echo '>'; } function beginIteration(): void { echo 'B'; } function endIteration(): void { echo 'E'; } function nextElement(): void { echo '.'; } }
foreach (new R(new RecursiveArrayIterator($t)) as $k=>$v) echo $k; echo "\n";
$f = new RecursiveCallbackFilterIterator(new RecursiveArrayIterator($t), function ($v, $k, $it) { return $it->hasChildren() || $v > 2; }); foreach (new RecursiveIteratorIterator($f) as $k=>$v) echo "$k=>$v "; echo "\n";
foreach (new RecursiveIteratorIterator(new ParentIterator(new RecursiveArrayIterator($t)), 1) as $k=>$v) echo "$k "; echo "\n";
function g() { yield 1; yield 2; yield 3; } $n = new NoRewindIterator(g()); $n->next(); foreach ($n as $v) echo $v; echo "\n";
foreach (new IteratorIterator(new ArrayObject([7,8])) as $k=>$v) echo "$k=>$v "; echo "\n";
try { (new EmptyIterator)->current(); } catch (Exception $e) { echo get_class($e), $e->getMessage(), "\n"; }
try { $l = new LimitIterator($a, 1, 2); $l->seek(0); } catch (Exception $e) { echo get_class($e), $e->getMessage(), "\n"; }
try { $l->nope(); } catch (Error $e) { echo get_class($e), $e->getMessage(), "\n"; }
echo $l->count(), "\n"; var_dump(iterator_count($l), iterator_apply($l, function() { echo 'x'; return true; }));
print_r($l); print_r(class_parents(new ParentIterator(new RecursiveArrayIterator([]))));
class S implements SplSubject { private $o; function __construct() { $this->o = new SplObjectStorage; } function attach(SplObserver $o): void { $this->o->attach($o); } function detach(SplObserver $o): void { $this->o->detach($o); } function notify(): void { foreach ($this->o as $o) $o->update($this); } }
class O implements SplObserver { function update(SplSubject $s): void { echo get_class($s), "!\n"; } } $s = new S; $s->attach(new O); $s->notify();
--EXPECT--
b=>2 c=>3 
a=>1 c=>3 
c=>3 d=>4 
121212
0:0=>1 0:1=>2 2:0=>3 
x, y, z
Array
(
    [a] => 1
    [b] => 2
    [c] => 3
    [d] => 4
)
41
BadMethodCallExceptionCachingIterator does not fetch string value (see CachingIterator::__construct)
0=>apple 2=>avocado 
[["1","2"]][["3"]]
Array
(
    [0] => a#
    [2] => c#
)
0a=>1 1c=>2 2e=>3 0f=>4 
a1 b[] c2 d[] e3 f4 
a1 c2 e3 d[] b[] f4 
[a] |-1
[b] |-Array
[c] | |-2
[d] | \-Array
[e] |   \-3
[f] \-4
a f 
int(0)
B.a<.c<.e>>.fE
e=>3 f=>4 
b d 
23
0=>7 1=>8 
BadMethodCallExceptionAccessing the value of an EmptyIterator
OutOfBoundsExceptionCannot seek to 0 which is below the offset 1
ErrorCall to undefined method ArrayIterator::nope()
4
xxint(2)
int(2)
LimitIterator Object
(
)
Array
(
    [RecursiveFilterIterator] => RecursiveFilterIterator
    [FilterIterator] => FilterIterator
    [IteratorIterator] => IteratorIterator
)
S!
