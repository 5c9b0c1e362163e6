--TEST--
.=: both sides the same variable, and by function
--FILE--
<?php
$s = "ab";
for ($i = 0; $i < 3; $i++) {
    $s .= $s;
}
var_dump($s);
function grow($text) {
    $text .= "!";
    return $text . $text;
}
var_dump(grow($s), $s);
--EXPECT--
string(16) "abababababababab"
string(34) "abababababababab!abababababababab!"
string(16) "abababababababab"
