--TEST--
iterable names a class of its own accord.
--FILE--
<?php
function f(object|iterable $x) { echo "fine\n"; }
f([]);
--EXPECT--
fine
