--TEST--
calls: order of arguments, and of the callee's name
--FILE--
<?php
function say($x) { echo $x, ' '; return $x; }
function f(...$all) { echo "called\n"; }
f(say(1), say(2), say(3));
say('f')(say('a'), say('b'));
--EXPECT--
1 2 3 called
f a b called
