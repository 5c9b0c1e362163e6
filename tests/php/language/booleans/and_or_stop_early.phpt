--TEST--
&& and ||: the right side runs only when it matters
--FILE--
<?php
function say($text, $result) {
    echo $text, " ";
    return $result;
}
var_dump(say("a", false) && say("b", true));
var_dump(say("c", true) || say("d", false));
var_dump(say("e", true) && say("f", 5));
var_dump(say("g", true) xor say("h", true));
--EXPECT--
a bool(false)
c bool(true)
e f bool(true)
g h bool(false)
