--TEST--
functions may call themselves and each other
--FILE--
<?php
function factorial($n) {
    return $n <= 1 ? 1 : $n * factorial($n - 1);
}
function is_even($n) {
    return $n === 0 ? true : is_odd($n - 1);
}
function is_odd($n) {
    return $n === 0 ? false : is_even($n - 1);
}
function hanoi($n, $from, $to, $via, &$moves) {
    if ($n === 0) {
        return;
    }
    hanoi($n - 1, $from, $via, $to, $moves);
    $moves[] = "$from$to";
    hanoi($n - 1, $via, $to, $from, $moves);
}
$moves = [];
hanoi(3, 'a', 'c', 'b', $moves);
var_dump(factorial(20), factorial(21), is_even(100), implode(' ', $moves));
--EXPECT--
int(2432902008176640000)
float(5.109094217170944E+19)
bool(true)
string(20) "ac ab cb ac ba bc ac"
