--TEST--
functions: known from the start, unless declared in a block
--FILE--
<?php
echo early(), "\n";
function early() {
    return 'early';
}
var_dump(function_exists('inner'));
function outer() {
    function inner() {
        return 'inner';
    }
}
outer();
echo inner(), "\n";
if (true) {
    function conditional() {
        return 'conditional';
    }
}
echo conditional(), "\n";
--EXPECT--
early
bool(false)
inner
conditional
