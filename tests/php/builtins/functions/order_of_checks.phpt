--TEST--
functions: which of several wrong arguments is complained about
--FILE--
<?php
function asked($call) {
    try { var_dump($call()); } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
}
asked(fn() => count(1, 7));
asked(fn() => sizeof(null, 'x'));
asked(fn() => count(null));
asked(fn() => key_exists([], []));
asked(fn() => array_key_exists([], []));
asked(fn() => vsprintf('%2$s %1$s', [new stdClass]));
asked(fn() => sprintf('%.*d', -1, 1));
asked(fn() => substr_compare('a', 'b', 64, 0));
asked(fn() => sscanf('x', '%'));
asked(fn() => class_alias('Suit', 'stdClass'));
enum Suit { case Hearts; }
asked(fn() => strcoll('a', 'd') . strcoll('abc', 'ab') . strcoll("a\0b", "a\0c"));
asked(fn() => ucwords('abcabc', 'b'));
asked(fn() => range(NAN, 5));
asked(fn() => range(1e22, 1, 0.1));
--EXPECTF--
ValueError: count(): Argument #2 ($mode) must be either COUNT_NORMAL or COUNT_RECURSIVE
TypeError: sizeof(): Argument #2 ($mode) must be of type int, string given
TypeError: count(): Argument #1 ($value) must be of type Countable|array, null given
TypeError: key_exists(): Argument #1 ($key) must be a valid array offset type
TypeError: Illegal offset type
ValueError: The arguments array must contain 2 items, 1 given
ValueError: Precision -1 is only supported for %g, %G, %h and %H
int(0)
ValueError: Bad scan conversion character "

Warning: Class "Suit" not found in %sorder_of_checks.php on line 14
bool(false)
string(5) "-3990"
string(6) "AbCabC"
array(1) {
  [0]=>
  float(NAN)
}
ValueError: The supplied range exceeds the maximum array size: start=1 end=10000000000000000000000
