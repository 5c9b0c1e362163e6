--TEST--
An import is for what follows.
--FILE--
<?php
namespace N;
echo A::class, "\n";
use Other\A;
echo A::class, "\n";
--EXPECT--
N\A
Other\A
