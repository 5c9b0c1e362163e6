--TEST--
finally: a new exception has the old one as previous
--FILE--
<?php
try {
    try {
        throw new Exception('first');
    } finally {
        throw new Exception('second');
    }
} catch (Exception $e) {
    echo $e->getMessage(), ' ', $e->getPrevious()->getMessage(), "\n";
}
--EXPECT--
second first
