--TEST--
Commutative operators look at temporaries before calls and variables, `$a op= $b` reads $b first
--FILE--
<?php
function of($value) { return $value; }
function attempt($what) {
    try {
        var_dump($what());
    } catch (TypeError $e) {
        echo $e->getMessage(), "\n";
    }
}
attempt(fn() => (float) 1 | of([]));
attempt(fn() => of([]) | (float) 1);
attempt(fn() => of('a') * -of(3));
attempt(fn() => strlen('abc') * of([]));
attempt(fn() => of([]) * strlen('abc'));
attempt(fn() => [] + of(1));
attempt(function () { $a *= $b; return $a; });
attempt(function () { $a -= $b; return $a; });
attempt(function () { $a **= $b; return $a; });
attempt(function () { $a = $a * $b; return $a; });
attempt(function () { $a = $a ** $b; return $a; });
attempt(function () { $a .= $b; return $a; });
--EXPECTF--
Unsupported operand types: array | float
Unsupported operand types: array | float
Unsupported operand types: string * int
Unsupported operand types: array * int
Unsupported operand types: array * int
Unsupported operand types: array + int

Warning: Undefined variable $b in %soperands_are_read_in_php_s_order.php on line 16

Warning: Undefined variable $a in %soperands_are_read_in_php_s_order.php on line 16
int(0)

Warning: Undefined variable $b in %soperands_are_read_in_php_s_order.php on line 17

Warning: Undefined variable $a in %soperands_are_read_in_php_s_order.php on line 17
int(0)

Warning: Undefined variable $b in %soperands_are_read_in_php_s_order.php on line 18

Warning: Undefined variable $a in %soperands_are_read_in_php_s_order.php on line 18
int(1)

Warning: Undefined variable $a in %soperands_are_read_in_php_s_order.php on line 19

Warning: Undefined variable $b in %soperands_are_read_in_php_s_order.php on line 19
int(0)

Warning: Undefined variable $a in %soperands_are_read_in_php_s_order.php on line 20

Warning: Undefined variable $b in %soperands_are_read_in_php_s_order.php on line 20
int(1)

Warning: Undefined variable $b in %soperands_are_read_in_php_s_order.php on line 21

Warning: Undefined variable $a in %soperands_are_read_in_php_s_order.php on line 21
string(0) ""
