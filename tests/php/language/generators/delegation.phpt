--TEST--
generators: yield from passes values, exceptions and results on
--FILE--
<?php
function inner() {
    try {
        $x = yield 1;
        var_dump($x);
        $y = yield 2;
        var_dump($y);
    } catch (Exception $e) {
        echo "caught ", $e->getMessage(), "\n";
        yield 99;
    } finally {
        echo "finally\n";
    }
    return 'r';
}
class Aggregate implements IteratorAggregate {
    function getIterator(): Iterator { yield 'q' => 'w'; }
}
function outer() {
    $r = yield from inner();
    var_dump($r);
    yield from ['a' => 1, 'b' => 2];
    yield from new Aggregate;
    return 5;
}
$o = outer();
var_dump($o->current(), $o->send('A'), $o->send('B'));
while ($o->valid()) { echo $o->key(), '=>', $o->current(), "\n"; $o->next(); }
var_dump($o->getReturn());
$o = outer();
$o->current();
var_dump($o->throw(new Exception('boo')));

function thrower() { try { yield 1; throw new LogicException('in generator'); } finally { echo "f\n"; } }
function over() { yield from thrower(); }
try {
    foreach (over() as $v) echo $v, "\n";
} catch (Exception $e) {
    echo preg_replace_path($e->getTraceAsString()), "\n";
}
$g = over();
$g->current();
try {
    $g->next();
} catch (Exception $e) {
    echo preg_replace_path($e->getTraceAsString()), "\n";
}
function preg_replace_path($s) { return str_replace(__DIR__, '', str_replace(basename(__FILE__), 'FILE', $s)); }

function shared() { yield 1; yield 2; yield 3; yield 4; }
function reader($g) { yield from $g; }
$s = shared();
$a = reader($s);
$b = reader($s);
var_dump($a->current(), $b->current());
$a->next();
var_dump($b->current());
$b->next();
var_dump($a->current());
--EXPECT--
string(1) "A"
string(1) "B"
finally
string(1) "r"
int(1)
int(2)
int(1)
a=>1
b=>2
q=>w
int(5)
caught boo
int(99)
1
f
#0 /FILE(35): thrower()
#1 /FILE(37): over()
#2 {main}
f
#0 /FILE(35): thrower()
#1 [internal function]: over()
#2 /FILE(44): Generator->next()
#3 {main}
int(1)
int(1)
int(2)
int(3)
finally
