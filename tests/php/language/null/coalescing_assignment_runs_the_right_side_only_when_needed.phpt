--TEST--
??=: the right side is left alone when the left is set
--FILE--
<?php
function value() {
    echo "called\n";
    return 2;
}
$a = 1;
$a ??= value();
$b ??= value();
var_dump($a, $b);
--EXPECT--
called
int(1)
int(2)
