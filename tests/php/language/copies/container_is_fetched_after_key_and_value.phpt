--TEST--
$a[f()] = g(): changes that f and g make to $a are kept
--FILE--
<?php
function f() { global $a; $a['f'] = 'set by f'; return 'key'; }
function g() { global $a; $a['g'] = 'set by g'; return 'value'; }
$a = ['old' => 1];
$copy = $a;
$a[f()] = g();
echo json_encode([$a, $copy]), "\n";
$a = [1];
$a[] = count($a = [1, 2, 3]);
echo json_encode($a), "\n";
--EXPECT--
[{"old":1,"f":"set by f","g":"set by g","key":"value"},{"old":1}]
[1,2,3,3]
