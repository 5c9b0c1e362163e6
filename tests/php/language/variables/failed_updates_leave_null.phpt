--TEST--
`op=` on an unset variable makes it null, also where the operator throws; `$a[k] ??= $a` takes what $a is before
--FILE--
<?php
foreach (['-', '*', '/', '%', '**', '|', '<<', '+'] as $operator) {
    unset($a);
    try {
        eval("\$a $operator= [];");
    } catch (TypeError $e) {
        echo $e->getMessage(), "\n";
    }
    var_dump($a);
}
$list = [1];
$list['k'] ??= $list;
print_r($list);
--EXPECTF--

Warning: Undefined variable $a in %sfailed_updates_leave_null.php(5) : eval()'d code on line 1
Unsupported operand types: null - array
NULL

Warning: Undefined variable $a in %sfailed_updates_leave_null.php(5) : eval()'d code on line 1
Unsupported operand types: null * array
NULL

Warning: Undefined variable $a in %sfailed_updates_leave_null.php(5) : eval()'d code on line 1
Unsupported operand types: null / array
NULL

Warning: Undefined variable $a in %sfailed_updates_leave_null.php(5) : eval()'d code on line 1
Unsupported operand types: null % array
NULL

Warning: Undefined variable $a in %sfailed_updates_leave_null.php(5) : eval()'d code on line 1
Unsupported operand types: null ** array
NULL

Warning: Undefined variable $a in %sfailed_updates_leave_null.php(5) : eval()'d code on line 1
Unsupported operand types: null | array
NULL

Warning: Undefined variable $a in %sfailed_updates_leave_null.php(5) : eval()'d code on line 1
Unsupported operand types: null << array
NULL

Warning: Undefined variable $a in %sfailed_updates_leave_null.php(5) : eval()'d code on line 1
Unsupported operand types: null + array
NULL
Array
(
    [0] => 1
    [k] => Array
        (
            [0] => 1
        )

)
