--TEST--
global: the function's variable is the global one
--FILE--
<?php
$counter = 10;
function bump() {
    global $counter, $created;
    $counter++;
    $created = 'made here';
    unset($counter);
    return isset($counter);
}
var_dump(bump(), $counter, $created);
--EXPECT--
bool(false)
int(11)
string(9) "made here"
