--TEST--
[]=: keys are computed left to right, then the value
--FILE--
<?php
function say($x) { echo $x, ' '; return $x; }
$a = [];
$a[say('k1')][say('k2')] = say('v');
$b = [say('a') => say('b'), say('c') => say('d')];
echo json_encode([$a, $b]), "\n";
--EXPECT--
k1 k2 v a b c d [{"k1":{"k2":"v"}},{"a":"b","c":"d"}]
