--TEST--
traits: a constant with another value
--FILE--
<?php
trait T { const X = 1; }
class A { use T; const X = true; }
--EXIT--
255
--EXPECTF--

Fatal error: A and T define the same constant (X) in the composition of A. However, the definition differs and is considered incompatible. Class was composed in %sincompatible_constant.php on line 3
