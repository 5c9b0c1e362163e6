--TEST--
.=: a hundred thousand bytes
--FILE--
<?php
$s = '';
for ($i = 0; $i < 10000; $i++) {
    $s .= "0123456789";
}
var_dump(strlen($s), $s[99999], substr($s, 50000, 12), md5($s));
--EXPECT--
int(100000)
string(1) "9"
string(12) "012345678901"
string(32) "13572e9e296cff52b79c52148313c3a5"
