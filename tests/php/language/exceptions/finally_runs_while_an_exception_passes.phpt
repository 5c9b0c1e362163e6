--TEST--
finally: on the way out, innermost first
--FILE--
<?php
function f() {
    try {
        try {
            throw new Exception('passing');
        } finally {
            echo "inner\n";
        }
    } finally {
        echo "outer\n";
    }
}
try {
    f();
} catch (Exception $e) {
    echo $e->getMessage(), "\n";
}
--EXPECT--
inner
outer
passing
