--TEST--
exceptions: one thrown in finally that was a previous of the pending one makes no circle
--FILE--
<?php
try {
    $e = new Exception("first");
    try {
        throw new Exception("second", 0, $e);
    } finally {
        throw $e;
    }
} catch (Exception $caught) {
    var_dump($caught->getMessage(), $caught->getPrevious());
}
class Plain {}
try { new Plain(x: 1); } catch (Error $e) { echo $e->getMessage(), "\n"; }
--EXPECT--
string(5) "first"
NULL
Unknown named parameter $x
