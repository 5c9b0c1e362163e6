--TEST--
match: arms and conditions are lazy
--FILE--
<?php
function say($x) { echo $x, ' '; return $x; }
echo match (say(2)) {
    say(1) => say('a'),
    say(2), say(3) => say('b'),
    say(4) => say('c'),
}, "\n";
--EXPECT--
2 1 2 b b
