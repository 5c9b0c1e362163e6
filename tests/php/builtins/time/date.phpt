--TEST--
date(), mktime(), checkdate() in UTC
--FILE--
<?php
date_default_timezone_set('UTC');
var_dump(date('Y-m-d H:i:s', 0), date('D, d M Y N jS z t L', 951782400), mktime(12, 30, 0, 6, 15, 2020), checkdate(2, 29, 2023), date('U', 86400), gmdate('c', 1000000000));
--EXPECT--
string(19) "1970-01-01 00:00:00"
string(31) "Tue, 29 Feb 2000 2 29th 59 29 1"
int(1592224200)
bool(false)
string(5) "86400"
string(25) "2001-09-09T01:46:40+00:00"
