--TEST--
getPrevious()
--FILE--
<?php
$e = new Exception('outer', 3, new LogicException('middle', 2, new Error('inner', 1)));
while ($e) {
    echo get_class($e), ' ', $e->getMessage(), ' ', $e->getCode(), "\n";
    $e = $e->getPrevious();
}
--EXPECT--
Exception outer 3
LogicException middle 2
Error inner 1
