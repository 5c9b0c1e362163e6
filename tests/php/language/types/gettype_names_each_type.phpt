--TEST--
gettype() and get_debug_type()
--FILE--
<?php
foreach ([1, 1.5, "s", true, null, [], new stdClass, fn() => 1, STDIN] as $value) {
    echo gettype($value), " ", get_debug_type($value), "\n";
}
--EXPECT--
integer int
double float
string string
boolean bool
NULL null
array array
object stdClass
object Closure
resource resource (stream)
