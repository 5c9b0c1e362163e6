--TEST--
function f(&$p): a literal is a compile-time error, a function's result a notice
--FILE--
<?php
function f(&$p) {
    $p = 'set';
    return $p;
}
function value() {
    return 1;
}
var_dump(f(value()));
try {
    eval('f(5);');
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
--EXPECTF--

Notice: Only variables should be passed by reference in %sparameter_needs_a_variable.php on line 9
string(3) "set"
f(): Argument #1 ($p) cannot be passed by reference
