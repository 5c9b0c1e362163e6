--TEST--
functions: compact(), extract() and func_get_arg() check their arguments
--FILE--
<?php
function asked($call) {
    try { var_dump($call()); } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
}
asked(function () { $x = ['a']; $x[] = &$x; return compact($x); });
asked(function () { return compact('this', 'x', [1, ['y', 2.5]]); });
asked(static function () { return compact('this'); });
asked(function () { return compact(); });
asked(function () { return extract([1], []); });
asked(function () { return extract([1], 0, []); });
asked(function () { return extract(['a' => 1], "3"); });
asked(function () { return extract(['a' => 1], 1 << 20) . $a; });
asked(function () { return extract([1], null, null); });
asked(function () { return extract(['a' => 1], EXTR_PREFIX_ALL, 'p q'); });
asked(function () { return func_get_arg('x'); });
asked(function () { return func_get_arg('0'); });
asked(function () { return func_get_args(1); });
asked(function () { return func_num_args(1); });
asked(function () { return get_defined_vars(1); });
--EXPECTF--

Warning: compact(): Undefined variable $a in %scompact_and_extract.php on line 5
Error: Recursion detected

Warning: compact(): Undefined variable $x in %scompact_and_extract.php on line 6

Warning: compact(): Argument #3 must be string or array of strings, int given in %scompact_and_extract.php on line 6

Warning: compact(): Undefined variable $y in %scompact_and_extract.php on line 6

Warning: compact(): Argument #3 must be string or array of strings, float given in %scompact_and_extract.php on line 6
array(0) {
}
array(0) {
}
ArgumentCountError: compact() expects at least 1 argument, 0 given
TypeError: extract(): Argument #2 ($flags) must be of type int, array given
TypeError: extract(): Argument #3 ($prefix) must be of type string, array given
ValueError: extract(): Argument #3 ($prefix) is required when using this extract type
string(2) "11"

Deprecated: extract(): Passing null to parameter #2 ($flags) of type int is deprecated in %scompact_and_extract.php on line 13

Deprecated: extract(): Passing null to parameter #3 ($prefix) of type string is deprecated in %scompact_and_extract.php on line 13
int(0)
ValueError: extract(): Argument #3 ($prefix) must be a valid identifier
TypeError: func_get_arg(): Argument #1 ($position) must be of type int, string given
ValueError: func_get_arg(): Argument #1 ($position) must be less than the number of the arguments passed to the currently executed function
ArgumentCountError: func_get_args() expects exactly 0 arguments, 1 given
ArgumentCountError: func_num_args() expects exactly 0 arguments, 1 given
ArgumentCountError: get_defined_vars() expects exactly 0 arguments, 1 given
