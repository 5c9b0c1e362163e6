--TEST--
"\400": an octal escape beyond one byte overflows, with a warning
--FILE--
<?php
var_dump("\400" === "\0");
--EXPECTF--

Warning: Octal escape sequence overflow \400 is greater than \377 in %soctal_escape_past_a_byte_warns.php on line 2
bool(true)
