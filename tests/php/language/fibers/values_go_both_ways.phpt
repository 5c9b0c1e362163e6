--TEST--
fibers: start(), suspend() and resume() pass values both ways, from within nested calls
--FILE--
<?php
function ask($question) {
    return Fiber::suspend($question);
}
$fiber = new Fiber(function (int $a, ...$rest) {
    echo "begins with $a and ", implode(',', $rest), "\n";
    $sum = 0;
    foreach ([1, 2, 3] as $n) {
        $sum += ask("number $n?");
    }
    $upper = array_map(fn($word) => strtoupper(ask($word)), ['x', 'y']);
    return [$sum, $upper];
});
var_dump($fiber->isStarted(), Fiber::getCurrent());
$question = $fiber->start(1, 2, 3);
$answers = [10, 20, 30, 'left', 'right'];
while (!$fiber->isTerminated()) {
    var_dump($question, $fiber->isSuspended(), $fiber->isRunning());
    $question = $fiber->resume(array_shift($answers));
}
var_dump($question, $fiber->getReturn());

$counter = fn($name) => new Fiber(function () use ($name) {
    for ($i = 1; ; $i++) {
        if (Fiber::suspend("$name$i") === 'stop') {
            return "$name stopped";
        }
    }
});
$fibers = [$counter('a'), $counter('b'), $counter('c')];
foreach ($fibers as $f) echo $f->start(), ' ';
for ($i = 0; $i < 3; $i++) {
    foreach ($fibers as $f) echo $f->resume(), ' ';
}
foreach ($fibers as $f) {
    $f->resume('stop');
    echo $f->getReturn(), ' ';
}
echo "\n";

$outer = new Fiber(function () {
    $inner = new Fiber(function () {
        var_dump(Fiber::getCurrent()->isRunning());
        echo Fiber::suspend('from inner'), "\n";
        return 'inner done';
    });
    echo $inner->start(), "\n";
    echo Fiber::suspend('from outer'), "\n";
    $inner->resume('to inner');
    return $inner->getReturn();
});
echo $outer->start(), "\n";
$outer->resume('to outer');
echo $outer->getReturn(), "\n";
--EXPECT--
bool(false)
NULL
begins with 1 and 2,3
string(9) "number 1?"
bool(true)
bool(false)
string(9) "number 2?"
bool(true)
bool(false)
string(9) "number 3?"
bool(true)
bool(false)
string(1) "x"
bool(true)
bool(false)
string(1) "y"
bool(true)
bool(false)
NULL
array(2) {
  [0]=>
  int(60)
  [1]=>
  array(2) {
    [0]=>
    string(4) "LEFT"
    [1]=>
    string(5) "RIGHT"
  }
}
a1 b1 c1 a2 b2 c2 a3 b3 c3 a4 b4 c4 a stopped b stopped c stopped 
bool(true)
from inner
from outer
to outer
to inner
inner done
