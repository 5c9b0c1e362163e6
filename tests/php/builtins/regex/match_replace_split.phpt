--TEST--
preg_match(), preg_match_all(), preg_replace(), preg_split()
--FILE--
<?php
preg_match('/(\w+)@(?<host>\w+)\.com/', 'me: joe@example.com', $m);
var_dump($m, preg_match_all('/\d+/', 'a1b22c333', $all), $all, preg_replace('/(a)(b)?/', '[$1|$2]', 'ab a'), preg_replace_callback('/\d+/', fn($m) => $m[0] * 2, '1 and 20'), preg_split('/[\s,]+/', 'a, b  c', -1, PREG_SPLIT_NO_EMPTY), preg_quote('a.b*c'));
--EXPECT--
array(4) {
  [0]=>
  string(15) "joe@example.com"
  [1]=>
  string(3) "joe"
  ["host"]=>
  string(7) "example"
  [2]=>
  string(7) "example"
}
int(3)
array(1) {
  [0]=>
  array(3) {
    [0]=>
    string(1) "1"
    [1]=>
    string(2) "22"
    [2]=>
    string(3) "333"
  }
}
string(10) "[a|b] [a|]"
string(8) "2 and 40"
array(3) {
  [0]=>
  string(1) "a"
  [1]=>
  string(1) "b"
  [2]=>
  string(1) "c"
}
string(7) "a\.b\*c"
