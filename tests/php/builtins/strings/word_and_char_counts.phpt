--TEST--
str_word_count(), count_chars(), ucwords(), strspn(), strcspn()
--FILE--
<?php
var_dump(str_word_count('Hello big world'), str_word_count('a bc', 1), count_chars('abca', 3), array_filter(count_chars('aab', 1)), strspn('42 is', '1234567890'), strcspn('abcd', 'c'), strpbrk('This is', 'st'));
--EXPECT--
int(3)
array(2) {
  [0]=>
  string(1) "a"
  [1]=>
  string(2) "bc"
}
string(3) "abc"
array(2) {
  [97]=>
  int(2)
  [98]=>
  int(1)
}
int(2)
int(2)
string(4) "s is"
