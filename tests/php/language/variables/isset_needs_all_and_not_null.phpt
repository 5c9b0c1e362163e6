--TEST--
isset(): several at once, null is not set
--FILE--
<?php
$a = 1;
$b = null;
$c = ['x' => null, 'y' => 0];
var_dump(isset($a), isset($b), isset($a, $b), isset($c['x']), isset($c['y']), isset($c['y']['z']), isset($c['n']['m']));
var_dump(empty($a), empty($b), empty($c['y']), empty($c['none']), empty("0"), empty([]));
--EXPECT--
bool(true)
bool(false)
bool(false)
bool(false)
bool(true)
bool(false)
bool(false)
bool(false)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
