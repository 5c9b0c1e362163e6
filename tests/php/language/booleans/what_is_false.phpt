--TEST--
bool: the values that count as false
--FILE--
<?php
foreach ([false, 0, 0.0, -0.0, "", "0", [], null] as $value) {
    var_dump((bool) $value);
}
echo "--\n";
foreach ([true, 1, -1, 0.1, "00", "0.0", " ", "false", [0], NAN] as $value) {
    var_dump((bool) $value);
}
--EXPECT--
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
