--TEST--
assert(): throws AssertionError
--FILE--
<?php
try {
    assert(1 > 2);
} catch (AssertionError $e) {
    echo $e->getMessage(), "\n";
}
try {
    assert(false, 'own text');
} catch (AssertionError $e) {
    echo $e->getMessage(), "\n";
}
--EXPECT--
assert(1 > 2)
own text
