--TEST--
strcmp(), strcasecmp(), strncmp(), strnatcmp(), similar ones
--FILE--
<?php
var_dump(strcmp('a', 'b'), strcmp('b', 'a'), strcmp('a', 'a'), strcmp('abc', 'ab'), strcasecmp('HELLO', 'hello'), strncmp('abcd', 'abzz', 2), strncasecmp('ABc', 'abd', 2), strnatcmp('img12', 'img10'), strnatcmp('img2', 'img10'), levenshtein('kitten', 'sitting'), similar_text('World', 'Word'), soundex('Robert'), metaphone('Thompson'));
--EXPECT--
int(-1)
int(1)
int(0)
int(1)
int(0)
int(0)
int(0)
int(1)
int(-1)
int(3)
int(4)
string(4) "R163"
string(5) "0MPSN"
