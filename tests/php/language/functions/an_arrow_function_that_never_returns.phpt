--TEST--
An arrow function of type never has no return.
--FILE--
<?php
$f = fn(): never => throw new Exception('here');
try { $f(); } catch (Exception $e) { echo $e->getMessage(), "\n"; }
$g = fn(): never => 1;
try { $g(); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
--EXPECT--
here
{closure}(): never-returning function must not implicitly return
