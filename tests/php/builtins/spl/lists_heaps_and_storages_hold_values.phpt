--TEST--
SplDoublyLinkedList, SplQueue, SplStack, SplFixedArray, the heaps, SplObjectStorage, MultipleIterator
--FILE--
<?php
$l = new SplDoublyLinkedList; foreach ([1,2,3] as $x) $l->push($x); $l->unshift(0); $l[] = 9; $l->add(2,'mid');
foreach ($l as $k=>$v) echo "$k=>$v "; echo "\n"; $l->setIteratorMode(SplDoublyLinkedList::IT_MODE_LIFO); foreach ($l as $k=>$v) echo "$k=>$v "; echo "\n";
var_dump($l); unset($l[1]); print_r($l); echo serialize($l), "\n"; print_r(unserialize(serialize($l)));
$q = new SplQueue; $q->enqueue('a'); $q[]='b'; echo $q->dequeue(), count($q), $q->isEmpty() ? 'e':'n', "\n"; $s = new SplStack; $s->push(1); $s->push(2); foreach ($s as $v) echo $v; echo $s->top(), $s->pop(), "\n";
try { $s->setIteratorMode(0); } catch (RuntimeException $e) { echo $e->getMessage(), "\n"; }
try { $q[10]; } catch (OutOfRangeException $e) { echo $e->getMessage(), "\n", $e->getTraceAsString(), "\n"; }
try { $q->shift(); $q->shift(); } catch (RuntimeException $e) { echo $e->getMessage(), "\n"; }
$f = new SplFixedArray(3); $f[0]=1; $f[1]=[1]; foreach ($f as $k=>$v) { echo $k, json_encode($v), "\n"; } print_r($f); var_dump(count($f), isset($f[2]), empty($f[0]), $f->toArray()); echo json_encode($f), serialize($f), "\n"; var_export($f); print_r(unserialize(serialize($f)));
try { $f[3] = 1; } catch (RuntimeException $e) { echo $e->getMessage(), "\n", $e->getTraceAsString(), "\n"; } 
try { $f[1][] = 2; var_dump($f[1]); $f["x"] = 1; } catch (Throwable $e) { echo get_class($e), $e->getMessage(), "\n"; } try { $f[] = 1; } catch (Throwable $e) { echo get_class($e), $e->getMessage(), "\n"; } 
print_r(SplFixedArray::fromArray([3=>'x',1=>'y'])); $f->setSize(1); print_r($f); foreach ($f as $a) foreach ($f as $b) echo "$a$b\n"; try { new SplFixedArray(-1); } catch (Throwable $e) { echo get_class($e), $e->getMessage(), "\n"; } 
$h = new SplMinHeap; foreach ([5,1,3,4,1] as $x) $h->insert($x); print_r($h); foreach ($h as $k=>$v) echo "$k=>$v "; echo count($h), "\n";
class H extends SplHeap { protected function compare($a, $b): int { return strlen($a) - strlen($b); } } $h = new H; foreach (['a','bbb','cc','dd'] as $x) $h->insert($x); while (!$h->isEmpty()) echo $h->extract(), ' '; echo "\n";
$p = new SplPriorityQueue; foreach (['lo'=>1,'hi'=>10,'mid'=>5,'mid2'=>5] as $k=>$x) $p->insert($k,$x); print_r($p); $p->setExtractFlags(3); print_r($p->extract()); echo count($p), "\n"; try { (new SplMaxHeap)->top(); } catch (Throwable $e) { echo get_class($e), $e->getMessage(), "\n"; } 
try { (new SplMinHeap)->compare(1,2); } catch (Throwable $e) { echo get_class($e), $e->getMessage(), "\n"; } 
$st = new SplObjectStorage; $a = new stdClass; $b = new stdClass; $st[$a] = 'A'; $st->attach($b); var_dump(count($st), $st[$a], isset($st[$b]), $st->contains(new stdClass)); print_r($st); foreach ($st as $i => $o) { var_dump($i, $o === $a, $st->getInfo()); $st->setInfo("i$i"); } echo serialize($st), "\n"; print_r(unserialize(serialize($st))); $c = clone $st; $st->detach($a); var_dump(count($st), count($c), $c == $st); try { $st[$a]; } catch (Throwable $e) { echo get_class($e), $e->getMessage(), "\n"; } $st->addAll($c); $st->removeAllExcept($c); echo $st->count(), "\n"; try { $st[1] = 1; } catch (Throwable $e) { echo get_class($e), $e->getMessage(), "\n"; } 
$m = new MultipleIterator(MultipleIterator::MIT_KEYS_ASSOC); $m->attachIterator(new ArrayIterator([1,2]), 'x'); $m->attachIterator(new ArrayIterator([3,4]), 'y'); foreach ($m as $k => $v) echo json_encode([$k,$v]), "\n";
$l = new SplDoublyLinkedList; for ($i=0;$i<4;$i++) $l[]=$i; $l->setIteratorMode(SplDoublyLinkedList::IT_MODE_DELETE); foreach ($l as $k=>$v) echo "$k=>$v "; echo count($l), "\n"; var_dump($l == new SplDoublyLinkedList, iterator_to_array($s));
for ($l->rewind(); $l->valid(); $l->next()) echo $l->current(); 
--EXPECTF--
0=>0 1=>1 2=>mid 3=>2 4=>3 5=>9 
5=>9 4=>3 3=>2 2=>mid 1=>1 0=>0 
object(SplDoublyLinkedList)#1 (2) {
  ["flags":"SplDoublyLinkedList":private]=>
  int(2)
  ["dllist":"SplDoublyLinkedList":private]=>
  array(6) {
    [0]=>
    int(0)
    [1]=>
    int(1)
    [2]=>
    string(3) "mid"
    [3]=>
    int(2)
    [4]=>
    int(3)
    [5]=>
    int(9)
  }
}
SplDoublyLinkedList Object
(
    [flags:SplDoublyLinkedList:private] => 2
    [dllist:SplDoublyLinkedList:private] => Array
        (
            [0] => 0
            [1] => 1
            [2] => mid
            [3] => 2
            [4] => 9
        )

)
O:19:"SplDoublyLinkedList":3:{i:0;i:2;i:1;a:5:{i:0;i:0;i:1;i:1;i:2;s:3:"mid";i:3;i:2;i:4;i:9;}i:2;a:0:{}}
SplDoublyLinkedList Object
(
    [flags:SplDoublyLinkedList:private] => 2
    [dllist:SplDoublyLinkedList:private] => Array
        (
            [0] => 0
            [1] => 1
            [2] => mid
            [3] => 2
            [4] => 9
        )

)
a1n
2122
Iterators' LIFO/FIFO modes for SplStack/SplQueue objects are frozen
SplDoublyLinkedList::offsetGet(): Argument #1 ($index) is out of range
#0 %slists_heaps_and_storages_hold_values.php(7): SplDoublyLinkedList->offsetGet(10)
#1 {main}
Can't shift from an empty datastructure
01
1[1]
2null
SplFixedArray Object
(
    [0] => 1
    [1] => Array
        (
            [0] => 1
        )

    [2] => 
)
int(3)
bool(false)
bool(false)
array(3) {
  [0]=>
  int(1)
  [1]=>
  array(1) {
    [0]=>
    int(1)
  }
  [2]=>
  NULL
}
[1,[1],null]O:13:"SplFixedArray":3:{i:0;i:1;i:1;a:1:{i:0;i:1;}i:2;N;}
\SplFixedArray::__set_state(array(
   0 => 1,
   1 => 
  array (
    0 => 1,
  ),
   2 => NULL,
))SplFixedArray Object
(
    [0] => 1
    [1] => Array
        (
            [0] => 1
        )

    [2] => 
)
Index invalid or out of range
#0 {main}

Notice: Indirect modification of overloaded element of SplFixedArray has no effect in %slists_heaps_and_storages_hold_values.php on line 11
array(1) {
  [0]=>
  int(1)
}
TypeErrorIllegal offset type
Error[] operator not supported for SplFixedArray
SplFixedArray Object
(
    [0] => 
    [1] => y
    [2] => 
    [3] => x
)
SplFixedArray Object
(
    [0] => 1
)
11
ValueErrorSplFixedArray::__construct(): Argument #1 ($size) must be greater than or equal to 0
SplMinHeap Object
(
    [flags:SplHeap:private] => 0
    [isCorrupted:SplHeap:private] => 
    [heap:SplHeap:private] => Array
        (
            [0] => 1
            [1] => 1
            [2] => 3
            [3] => 5
            [4] => 4
        )

)
4=>1 3=>1 2=>3 1=>4 0=>5 0
bbb dd cc a 
SplPriorityQueue Object
(
    [flags:SplPriorityQueue:private] => 1
    [isCorrupted:SplPriorityQueue:private] => 
    [heap:SplPriorityQueue:private] => Array
        (
            [0] => Array
                (
                    [data] => hi
                    [priority] => 10
                )

            [1] => Array
                (
                    [data] => mid2
                    [priority] => 5
                )

            [2] => Array
                (
                    [data] => mid
                    [priority] => 5
                )

            [3] => Array
                (
                    [data] => lo
                    [priority] => 1
                )

        )

)
Array
(
    [data] => hi
    [priority] => 10
)
3
RuntimeExceptionCan't peek at an empty heap
ErrorCall to protected method SplMinHeap::compare() from global scope
int(2)
string(1) "A"
bool(true)
bool(false)
SplObjectStorage Object
(
    [storage:SplObjectStorage:private] => Array
        (
            [0] => Array
                (
                    [obj] => stdClass Object
                        (
                        )

                    [inf] => A
                )

            [1] => Array
                (
                    [obj] => stdClass Object
                        (
                        )

                    [inf] => 
                )

        )

)
int(0)
bool(true)
string(1) "A"
int(1)
bool(false)
NULL
O:16:"SplObjectStorage":2:{i:0;a:4:{i:0;O:8:"stdClass":0:{}i:1;s:2:"i0";i:2;O:8:"stdClass":0:{}i:3;s:2:"i1";}i:1;a:0:{}}
SplObjectStorage Object
(
    [storage:SplObjectStorage:private] => Array
        (
            [0] => Array
                (
                    [obj] => stdClass Object
                        (
                        )

                    [inf] => i0
                )

            [1] => Array
                (
                    [obj] => stdClass Object
                        (
                        )

                    [inf] => i1
                )

        )

)
int(1)
int(2)
bool(false)
UnexpectedValueExceptionObject not found
2
TypeErrorSplObjectStorage::offsetSet(): Argument #1 ($object) must be of type object, int given
[{"x":0,"y":0},{"x":1,"y":3}]
[{"x":1,"y":1},{"x":2,"y":4}]
0=>0 0=>1 0=>2 0=>3 0
bool(true)
array(1) {
  [0]=>
  int(1)
}
