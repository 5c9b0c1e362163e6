--TEST--
substr(): offsets and lengths from both ends
--FILE--
<?php
$s = 'abcdef';
var_dump(substr($s, 2), substr($s, 1, 3), substr($s, -2), substr($s, -3, 2), substr($s, 1, -1), substr($s, 4, -4), substr($s, 10), substr($s, -10, 3), substr($s, 0, 0), substr($s, 2, null));
--EXPECT--
string(4) "cdef"
string(3) "bcd"
string(2) "ef"
string(2) "de"
string(4) "bcde"
string(0) ""
string(0) ""
string(3) "abc"
string(0) ""
string(4) "cdef"
