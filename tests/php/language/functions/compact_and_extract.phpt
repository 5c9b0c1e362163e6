--TEST--
compact() and extract(): variables by name
--FILE--
<?php
function f() {
    $a = 1;
    $b = [2];
    extract(['c' => 3, 'a' => 'overwritten', '1bad' => 'x']);
    return compact('a', 'b', ['c']);
}
echo json_encode(f()), "\n";
var_dump(compact('undefined_one'));
var_dump(extract(['p' => 1, 'q' => 2], EXTR_PREFIX_ALL, 'x'), $x_p + $x_q);
--EXPECTF--
{"a":"overwritten","b":[2],"c":3}

Warning: compact(): Undefined variable $undefined_one in %scompact_and_extract.php on line 9
array(0) {
}
int(2)
int(3)
