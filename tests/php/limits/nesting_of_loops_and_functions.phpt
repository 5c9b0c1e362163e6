--TEST--
control flow: thirty nested loops
--FILE--
<?php
$code = '$n = 0;';
for ($i = 0; $i < 30; $i++) {
    $code .= "foreach ([1] as \$v$i) {";
}
$code .= '$n++; if ($n) break 30;' . str_repeat('}', 30) . 'return $n;';
var_dump(eval($code));
--EXPECT--
int(1)
