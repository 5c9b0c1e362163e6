--TEST--
functions: called in any case
--FILE--
<?php
function Greet() {
    return 'hi';
}
echo greet(), GREET(), STRLEN('abc'), "\n";
--EXPECT--
hihi3
