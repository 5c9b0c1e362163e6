--TEST--
constant arrays: each use gets its own copy at the first write
--FILE--
<?php
function f() {
    $list = ['row' => [1, 2], 'n' => 0];
    $list['row'][] = 3;
    $list['n']++;
    return $list;
}
function g($p = [[1]]) {
    $p[0][] = 2;
    return $p;
}
const TABLE = ['x' => [1]];
$t = TABLE;
$t['x'][] = 2;
f();
g();
echo json_encode([f(), g(), TABLE, $t]), "\n";
for ($i = 0; $i < 3; $i++) {
    $fresh = [['a' => []]];
    $fresh[0]['a'][] = $i;
    echo json_encode($fresh), ' ';
}
echo "\n";
--EXPECT--
[{"row":[1,2,3],"n":1},[[1,2]],{"x":[1]},{"x":[1,2]}]
[{"a":[0]}] [{"a":[1]}] [{"a":[2]}] 
