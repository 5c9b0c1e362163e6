--TEST--
lists of ints and floats keep which is which
--FILE--
<?php
function show($a) { foreach ($a as $v) echo var_export($v, true), ' '; echo "\n"; }
show([1, 2.0, 3]);
$a = [1, 2, 3]; $a[] = 4.5; $a[1] = -0.0; $a[] = 7; show($a);
$a = [1.5, 2.5]; $a[] = 0; $a[0] = PHP_INT_MAX; show($a);
$a = [1.5, 2.5]; $a[] = 1 << 49; $a[] = -(1 << 49); $a[] = (1 << 49) - 1; show($a);
$a = [1, 1 << 60]; $a[] = 0.5; show($a);
$a = [1, 2]; $a[] = NAN; $a[] = INF; $a[] = -INF; $a[] = -1; show($a);
$a = [0.5, 1]; $a[] = 'text'; show($a);
$a = [0.5, 1]; $b = $a; $b[] = 2; $b[0] += 1; $a[1]++; show($a); show($b);
$a = [3, 1.5, 2, -0.5]; sort($a); show($a); rsort($a); show($a);
show(array_map(fn($x) => $x * 2, $a)); echo array_sum($a), ' ', max($a), ' ', min($a), "\n";
var_dump([1, 2.0] === [1, 2], [1, 2.0] == [1, 2], in_array(2, [1, 2.0], true), in_array(2.0, [1, 2.0], true), array_search('2', [0.5, 2]));
$a = [1, 0.5]; $r = &$a[0]; $r = 9; show($a); unset($a[0]); show($a);
$a = []; for ($i = 1; $i < 6; $i++) $a[$i] = $i % 2 ? $i : $i / 4; show($a); $a[9] = 1; show($a);
foreach (unpack('d*', pack('Q*', 0xFFFC000000000001, 0xFFFFFFFFFFFFFFFF, 0x7FF8000000000001)) as $odd) { $a = [1, 0.5]; $a[] = $odd; show($a); }
--EXPECT--
1 2.0 3 
1 -0.0 3 4.5 7 
9223372036854775807 2.5 0 
1.5 2.5 562949953421312 -562949953421312 562949953421311 
1 1152921504606846976 0.5 
1 2 NAN INF -INF -1 
0.5 1 'text' 
0.5 2 
1.5 1 2 
-0.5 1.5 2 3 
3 2 1.5 -0.5 
6 4 3.0 -1.0 
6 3 -0.5
bool(false)
bool(true)
bool(false)
bool(true)
int(1)
9 0.5 
0.5 
1 0.5 3 1 5 
1 0.5 3 1 5 1 
1 0.5 NAN 
1 0.5 0.0 
1 0.5 NAN 
