--TEST--
foreach: the variable may be any place
--FILE--
<?php
$o = new stdClass;
$a = [];
foreach ([1, 2] as $a['last']) {
}
foreach (['x' => 'y'] as $o->key => $o->value) {
}
echo json_encode([$a, $o]), "\n";
--EXPECT--
[{"last":2},{"value":"y","key":"x"}]
