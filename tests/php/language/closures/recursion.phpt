--TEST--
closures: calling themselves through use (&$f)
--FILE--
<?php
$fib = function ($n) use (&$fib) {
    return $n < 2 ? $n : $fib($n - 1) + $fib($n - 2);
};
echo $fib(15), "\n";
$fact = fn($n) => $n <= 1 ? 1 : $n * $fact($n - 1);
try {
    $fact(3);
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
--EXPECTF--
610

Warning: Undefined variable $fact in %srecursion.php on line 6
Value of type null is not callable
