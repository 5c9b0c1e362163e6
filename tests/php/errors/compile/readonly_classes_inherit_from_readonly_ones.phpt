--TEST--
A class is as readonly as its parent.
--FILE--
<?php
readonly class A {}
class B extends A {}
--EXIT--
255
--EXPECTF--

Fatal error: Non-readonly class B cannot extend readonly class A in %sreadonly_classes_inherit_from_readonly_ones.php on line 3
