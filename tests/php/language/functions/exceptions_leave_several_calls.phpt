--TEST--
An exception leaves several functions at once: handlers, finally blocks, stack traces and by-reference arguments on its way
--FILE--
<?php
class Deep
{
    public $n = 0;

    public static function start($n)
    {
        return (new Deep)->down($n, 'x');
    }

    public function down($n, ...$rest)
    {
        $this->n++;
        if ($n == 0) {
            throw new LogicException("after {$this->n} with " . count($rest));
        }
        try {
            return $this->down($n - 1, $n, ...$rest) + 1;
        } finally {
            echo "left $n\n";
        }
    }
}

function change(&$value, $n)
{
    $value[] = $n;
    if ($n > 0) {
        return change($value, $n - 1);
    }
    throw new RangeException('far enough');
}

function holds($n)
{
    try {
        return $n > 0 ? holds($n - 1) . $n : Deep::start(2);
    } catch (LogicException $e) {
        return get_class($e) . ' ' . $e->getMessage() . ' line ' . $e->getLine() . "\n" . $e->getTraceAsString() . "\n";
    }
}

echo holds(2), "\n";
$list = ['first'];
try {
    change($list, 3);
} catch (RangeException $e) {
    echo implode(',', $list), ' ', count($e->getTrace()), "\n";
}
for ($i = 0; $i < 150; $i++) {
    $list = [];
    try {
        change($list, 2);
    } catch (RangeException $e) {
        $seen[count($e->getTrace()) . ':' . implode(',', $list)] = $i;
    }
}
print_r($seen);
function sum($n)
{
    return $n == 0 ? 0 : $n + sum($n - 1);
}
echo sum(500), "\n";
function fails($n)
{
    return $n == 0 ? undefined_function() : fails($n - 1);
}
fails(2);
--EXIT--
255
--EXPECTF--
left 1
left 2
LogicException after 3 with 3 line 15
#0 %s(18): Deep->down(0, 1, 2, 'x')
#1 %s(18): Deep->down(1, 2, 'x')
#2 %s(8): Deep->down(2, 'x')
#3 %s(37): Deep::start(2)
#4 %s(37): holds(0)
#5 %s(37): holds(1)
#6 %s(43): holds(2)
#7 {main}
12
first,3,2,1,0 4
Array
(
    [3:2,1,0] => 149
)
125250

Fatal error: Uncaught Error: Call to undefined function undefined_function() in %s:66
Stack trace:
#0 %s(66): fails(0)
#1 %s(66): fails(1)
#2 %s(68): fails(2)
#3 {main}
  thrown in %s on line 66
