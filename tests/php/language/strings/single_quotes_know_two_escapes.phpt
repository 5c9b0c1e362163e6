--TEST--
'...': only \' and \\ are escapes
--FILE--
<?php
var_dump('a\'b', 'a\\b', 'a\nb', '$x', '\\\'', 'line
break');
--EXPECT--
string(3) "a'b"
string(3) "a\b"
string(4) "a\nb"
string(2) "$x"
string(2) "\'"
string(10) "line
break"
