--TEST--
parameters: a default before a required one
--FILE--
<?php
function f($a = 1, $b) {
    return $a + $b;
}
echo f(1, 2), "\n";
--EXPECTF--

Deprecated: Optional parameter $a declared before required parameter $b is implicitly treated as a required parameter in %soptional_before_required_is_deprecated.php on line 2
3
