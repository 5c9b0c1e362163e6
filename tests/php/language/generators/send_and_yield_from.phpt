--TEST--
generators: send(), yield from
--FILE--
<?php
function inner() {
    $x = yield 1;
    echo "inner got $x\n";
    return 'inner result';
}
function outer() {
    $r = yield from inner();
    echo "$r\n";
    yield from [10, 20];
    return 3;
}
$g = outer();
echo $g->current(), "\n";
echo $g->send('sent'), "\n";
$g->next();
echo $g->current(), "\n";
$g->next();
var_dump($g->valid(), $g->getReturn());
--EXPECT--
1
inner got sent
inner result
10
20
bool(false)
int(3)
