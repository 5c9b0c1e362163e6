--TEST--
strlen(), str_repeat()
--FILE--
<?php
var_dump(strlen(''), strlen('abc'), strlen(12345), str_repeat('ab', 3), str_repeat('x', 0));
--EXPECT--
int(0)
int(3)
int(5)
string(6) "ababab"
string(0) ""
