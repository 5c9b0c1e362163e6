--TEST--
$r = &$a[k] after $b = $a: only one of the two gets the reference
--FILE--
<?php
$a = [1, 2];
$b = $a;
$r = &$a[0];
$r = 'by r';
echo json_encode([$a, $b]), "\n";
$c = $a;
$c[0] = 'through c';
echo json_encode([$a, $b, $c, $r]), "\n";
unset($r);
unset($c);
$d = $a;
$d[0] = 'only d';
echo json_encode([$a, $d]), "\n";
--EXPECT--
[["by r",2],[1,2]]
[["through c",2],[1,2],["through c",2],"through c"]
[["through c",2],["only d",2]]
