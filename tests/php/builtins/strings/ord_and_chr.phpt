--TEST--
ord(), chr(), bin2hex(), dechex() and other bases
--FILE--
<?php
var_dump(ord('A'), ord(''), ord("\xff"), chr(65), chr(256 + 66), chr(-1) === "\xff", bin2hex('abc'), hex2bin('616263'), dechex(255), hexdec('ff'), bindec('101'), decbin(10), octdec('17'), decoct(15), base_convert('zz', 36, 10), dechex(-1));
--EXPECT--
int(65)
int(0)
int(255)
string(1) "A"
string(1) "B"
bool(true)
string(6) "616263"
string(3) "abc"
string(2) "ff"
int(255)
int(5)
string(4) "1010"
int(15)
string(2) "17"
string(4) "1295"
string(16) "ffffffffffffffff"
