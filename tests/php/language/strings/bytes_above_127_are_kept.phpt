--TEST--
string: any bytes, lengths in bytes
--FILE--
<?php
$s = "h\xc3\xa9llo\0\xff";
var_dump(strlen($s), bin2hex($s), $s[1] === "\xc3", strlen("é"), "é" === "\u{e9}", ucfirst("éa"), strtoupper("é\xe9"));
--EXPECT--
int(8)
string(16) "68c3a96c6c6f00ff"
bool(true)
int(2)
bool(true)
string(3) "éa"
string(3) "é�"
