--TEST--
func_get_args(), func_num_args(), func_get_arg()
--FILE--
<?php
function f($a, $b = 'default') {
    $a = 'changed';
    return json_encode([func_get_args(), func_num_args(), func_num_args() > 2 ? func_get_arg(2) : null]);
}
echo f(1), f(1, 2, 3), "\n";
--EXPECT--
[["changed"],1,null][["changed",2,3],3,3]
