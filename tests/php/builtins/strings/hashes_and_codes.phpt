--TEST--
md5(), sha1(), crc32(), base64
--FILE--
<?php
var_dump(md5('hello'), sha1('hello'), crc32('hello'), base64_encode('Hello, World!'), base64_decode('SGVsbG8='), md5(''));
--EXPECT--
string(32) "5d41402abc4b2a76b9719d911017c592"
string(40) "aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d"
int(907060870)
string(20) "SGVsbG8sIFdvcmxkIQ=="
string(5) "Hello"
string(32) "d41d8cd98f00b204e9800998ecf8427e"
