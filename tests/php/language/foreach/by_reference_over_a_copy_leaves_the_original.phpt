--TEST--
foreach &: only the variable's own array changes
--FILE--
<?php
$a = [1, 2];
$b = $a;
foreach ($b as &$v) {
    $v++;
}
unset($v);
echo json_encode([$a, $b]), "\n";
--EXPECT--
[[1,2],[2,3]]
