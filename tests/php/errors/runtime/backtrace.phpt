--TEST--
debug_print_backtrace(), debug_backtrace()
--FILE--
<?php
class A {
    function m() { inner('x'); }
}
function inner($p) {
    debug_print_backtrace();
    foreach (debug_backtrace() as $frame) {
        echo ($frame['class'] ?? '') . ($frame['type'] ?? '') . $frame['function'], ' ', $frame['line'] ?? 'no line', "\n";
    }
}
array_map(function () { (new A)->m(); }, [1]);
--EXPECTF--
#0 %sbacktrace.php(3): inner('x')
#1 %sbacktrace.php(11): A->m()
#2 [internal function]: {closure}(1)
#3 %sbacktrace.php(11): array_map(Object(Closure), Array)
inner 3
A->m 11
{closure} no line
array_map 11
