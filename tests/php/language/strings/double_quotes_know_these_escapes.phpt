--TEST--
"...": every escape
--FILE--
<?php
echo "tab[\t] nl[\n] dollar[\$x] quote[\"] back[\\] \x41 \101 \u{48}\u{e9}\u{1F600} esc[\e]" === "tab[" . chr(9) . "] nl[" . chr(10) . '] dollar[$x] quote["] back[\] A A H' . "\xc3\xa9\xf0\x9f\x98\x80" . " esc[" . chr(27) . "]" ? "same\n" : "different\n";
var_dump("\v\f\r" === chr(11) . chr(12) . chr(13), "\q\'", "\x4", "\8");
--EXPECT--
same
bool(true)
string(4) "\q\'"
string(1) ""
string(2) "\8"
