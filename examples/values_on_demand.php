<?php
// When does the body of a generator run, and how do values go in and out of it?

function countdown(int $from): Generator
{
    echo '[begun] ';
    while ($from > 0) {
        $step = yield $from;
        $from -= $step ?? 1;
    }
    return 'lift-off';
}

$rocket = countdown(5);
echo "made\n";
echo $rocket->current(), ' ';
$rocket->next();
echo $rocket->current(), ' ';
echo $rocket->send(3), ' ';
$rocket->next();
echo $rocket->getReturn(), "\n";

function naturals(): Generator
{
    for ($i = 1; ; $i++) {
        yield $i;
    }
}
function take(int $n, iterable $values): Generator
{
    foreach ($values as $value) {
        if ($n-- === 0) {
            return;
        }
        yield $value;
    }
}
echo implode(' ', iterator_to_array(take(5, naturals()))), "\n";

function both(): Generator
{
    yield 'zero';
    $result = yield from countdown(1);
    yield "then $result";
}
foreach (both() as $key => $value) {
    echo "$key => $value\n";
}

// Calling it runs nothing; the body goes on only as far as the next yield, which also receives what
// send() gives. yield from keeps the inner keys, so a key may come twice.
