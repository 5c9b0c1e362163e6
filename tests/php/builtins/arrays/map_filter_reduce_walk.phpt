--TEST--
array_map(), array_filter(), array_reduce(), array_walk()
--FILE--
<?php
echo json_encode([array_map('strtoupper', ['a' => 'x', 'b' => 'y']), array_map(fn($a, $b) => $a . $b, ['a', 'b'], [1]), array_map(null, [1, 2], ['a', 'b']), array_filter([1, 0, 2, null, '']), array_filter(['a' => 1, 'b' => 2], fn($k) => $k === 'b', ARRAY_FILTER_USE_KEY), array_filter([1, 2, 3, 4], fn($v, $k) => $v % 2 && $k, ARRAY_FILTER_USE_BOTH), array_reduce([1, 2, 3], fn($c, $x) => $c + $x), array_reduce([], fn() => 1, 'initial')]), "\n";
$list = ['a' => 1, 'b' => 2];
array_walk($list, function (&$v, $k, $extra) { $v = "$k$v$extra"; }, '!');
echo json_encode($list), "\n";
$deep = [1, [2, 3]];
array_walk_recursive($deep, function (&$v) { $v *= 10; });
echo json_encode($deep), "\n";
--EXPECT--
[{"a":"X","b":"Y"},["a1","b"],[[1,"a"],[2,"b"]],{"0":1,"2":2},{"b":2},{"2":3},6,"initial"]
{"a":"a1!","b":"b2!"}
[10,[20,30]]
