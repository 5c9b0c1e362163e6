--TEST--
foreach: empty arrays run no body, scalars and null warn
--FILE--
<?php
foreach ([] as $v) {
    echo "never";
}
foreach ([null, 5, "text"] as $no) {
    foreach ($no as $v) {
        echo "never";
    }
}
var_dump(isset($v));
--EXPECTF--

Warning: foreach() argument must be of type array|object, null given in %sover_nothing_and_over_no_array.php on line 6

Warning: foreach() argument must be of type array|object, int given in %sover_nothing_and_over_no_array.php on line 6

Warning: foreach() argument must be of type array|object, string given in %sover_nothing_and_over_no_array.php on line 6
bool(false)
