--TEST--
throw: in ??, ?:, arrow functions
--FILE--
<?php
$f = fn() => throw new Exception('from fn');
foreach ([fn() => $x ?? throw new Exception('from ??'), fn() => false ?: throw new Exception('from ?:'), $f, fn() => true && throw new Exception('from &&')] as $g) {
    try {
        $g();
    } catch (Exception $e) {
        echo $e->getMessage(), "\n";
    }
}
--EXPECT--
from ??
from ?:
from fn
from &&
