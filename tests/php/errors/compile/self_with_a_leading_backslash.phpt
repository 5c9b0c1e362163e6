--TEST--
self is in no namespace.
--FILE--
<?php
namespace N;
class A extends \self {}
--EXIT--
255
--EXPECTF--

Fatal error: '\self' is an invalid class name in %sself_with_a_leading_backslash.php on line 3
