--TEST--
throw $e: the line stays that of its creation
--FILE--
<?php
function f() {
    throw new Exception('x');
}
try {
    try {
        f();
    } catch (Exception $e) {
        throw $e;
    }
} catch (Exception $same) {
    var_dump($same === $e, $same->getLine());
}
--EXPECT--
bool(true)
int(3)
