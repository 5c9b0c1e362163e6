--TEST--
ArrayObject and ArrayIterator: elements, nested writes, references, sorting, clones, serialization
--FILE--
<?php
$ao = new ArrayObject(['a'=>1,'b'=>[1,2]]);
$ao['a2']['b']['c'] = 1; $ao[] = 5; $ao['b'][] = 3;
var_dump(count($ao), isset($ao['a']), isset($ao['zz']), $ao['zz'] ?? 'def', empty($ao['a']));
foreach ($ao as $k => $v) { echo $k, '=>', json_encode($v), "\n"; }
foreach ($ao as $k => &$v) { if (is_int($v)) $v *= 10; } unset($v);
print_r($ao); var_export($ao); echo json_encode($ao), serialize($ao), "\n";
var_dump(unserialize(serialize($ao)) == $ao);
unset($ao['b']); echo $ao['nope']; 
$ao->uksort(fn($a,$b)=>strcmp($b,$a)); print_r($ao->getArrayCopy());
class X extends ArrayObject { public $p = 3; function offsetGet($k): mixed { echo "get $k\n"; return parent::offsetGet($k); } }
$x = new X(['q'=>1], ArrayObject::ARRAY_AS_PROPS); echo $x['q'], $x->q, $x->p, "\n"; $x->n = 5; print_r($x);
$it = $ao->getIterator(); foreach ($it as $k=>$v) { echo "$k\n"; if ($k=='a2') unset($it['a']); }
try { $it->seek(10); } catch (Exception $e) { echo get_class($e), $e->getMessage(), "\n"; }
try { new ArrayObject(5); } catch (TypeError $e) { echo $e->getMessage(), "\n", $e->getTraceAsString(), "\n"; }
$c = clone $ao; $c['new']=1; var_dump(count($ao), count($c)); var_dump((array)$c);
$o = new stdClass; $o->x=1; $w = new ArrayObject($o); $w['y']=2; print_r($w); print_r($o); foreach($w as $k=>$v) echo "$k=>$v\n";
var_dump(iterator_to_array(new ArrayIterator([1,2,3])), iterator_count($ao));
$r = new RecursiveArrayIterator([1,[2,3]]); foreach ($r as $k=>$v) { var_dump($r->hasChildren()); if ($r->hasChildren()) print_r($r->getChildren()); }
try { $ao->append(); } catch (Error $e) { echo $e->getMessage(); }
--EXPECTF--
int(4)
bool(true)
bool(false)
string(3) "def"
bool(false)
a=>1
b=>[1,2,3]
a2=>{"b":{"c":1}}
0=>5
ArrayObject Object
(
    [storage:ArrayObject:private] => Array
        (
            [a] => 10
            [b] => Array
                (
                    [0] => 1
                    [1] => 2
                    [2] => 3
                )

            [a2] => Array
                (
                    [b] => Array
                        (
                            [c] => 1
                        )

                )

            [0] => 50
        )

)
\ArrayObject::__set_state(array(
   'a' => 10,
   'b' => 
  array (
    0 => 1,
    1 => 2,
    2 => 3,
  ),
   'a2' => 
  array (
    'b' => 
    array (
      'c' => 1,
    ),
  ),
   0 => 50,
)){"a":10,"b":[1,2,3],"a2":{"b":{"c":1}},"0":50}O:11:"ArrayObject":4:{i:0;i:0;i:1;a:4:{s:1:"a";i:10;s:1:"b";a:3:{i:0;i:1;i:1;i:2;i:2;i:3;}s:2:"a2";a:1:{s:1:"b";a:1:{s:1:"c";i:1;}}i:0;i:50;}i:2;a:0:{}i:3;N;}
bool(true)

Warning: Undefined array key "nope" in %sarray_objects_read_write_and_iterate.php on line 9
Array
(
    [a2] => Array
        (
            [b] => Array
                (
                    [c] => 1
                )

        )

    [a] => 10
    [0] => 50
)
get q
1get q
13
X Object
(
    [p] => 3
    [storage:ArrayObject:private] => Array
        (
            [q] => 1
            [n] => 5
        )

)
a2
0
OutOfBoundsExceptionSeek position 10 is out of range
ArrayObject::__construct(): Argument #1 ($array) must be of type array, int given
#0 %sarray_objects_read_write_and_iterate.php(15): ArrayObject->__construct(5)
#1 {main}
int(2)
int(3)
array(3) {
  ["a2"]=>
  array(1) {
    ["b"]=>
    array(1) {
      ["c"]=>
      int(1)
    }
  }
  [0]=>
  int(50)
  ["new"]=>
  int(1)
}
ArrayObject Object
(
    [storage:ArrayObject:private] => stdClass Object
        (
            [x] => 1
            [y] => 2
        )

)
stdClass Object
(
    [x] => 1
    [y] => 2
)
x=>1
y=>2
array(3) {
  [0]=>
  int(1)
  [1]=>
  int(2)
  [2]=>
  int(3)
}
int(2)
bool(false)
bool(true)
RecursiveArrayIterator Object
(
    [storage:ArrayIterator:private] => Array
        (
            [0] => 2
            [1] => 3
        )

)
ArrayObject::append() expects exactly 1 argument, 0 given
