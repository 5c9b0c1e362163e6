--TEST--
exit: a status ends the program at once
--FILE--
<?php
function f() {
    try {
        exit(3);
    } finally {
        echo "never\n";
    }
}
echo "before\n";
f();
echo "never\n";
--EXIT--
3
--EXPECT--
before
