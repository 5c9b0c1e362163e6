--TEST--
Constants, too.
--FILE--
<?php
namespace N;
use const Other\A;
const A = 1;
--EXIT--
255
--EXPECTF--

Fatal error: Cannot declare const N\A because the name is already in use in %sa_constant_called_like_an_import.php on line 4
