--TEST--
strtolower(), strtoupper(), ucfirst(), ucwords(), lcfirst()
--FILE--
<?php
var_dump(strtolower('ABC Def'), strtoupper('abc dEF'), ucfirst('hello world'), ucwords('hello big-world'), ucwords('a-b c', '-'), lcfirst('ABC'));
--EXPECT--
string(7) "abc def"
string(7) "ABC DEF"
string(11) "Hello world"
string(15) "Hello Big-world"
string(5) "A-B c"
string(3) "aBC"
