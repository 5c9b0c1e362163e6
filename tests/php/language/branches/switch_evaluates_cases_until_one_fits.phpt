--TEST--
switch: cases are expressions, evaluated in order
--FILE--
<?php
function say($x) { echo $x, ' '; return $x; }
switch (say(2)) {
    case say(1): echo 'no';
    case say(2): echo 'yes ';
    case say(3): echo 'fell ';
}
switch (true) {
    case say(0): echo 'zero'; break;
    case say(5): echo 'five'; break;
}
echo "\n";
--EXPECT--
2 1 2 yes fell 0 5 five
