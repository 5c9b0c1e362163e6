--TEST--
sscanf(): fields into an array or variables
--FILE--
<?php
var_dump(sscanf('age: 25 name: Bob', 'age: %d name: %s'), sscanf('12 apples', '%d %s', $n, $what), $n, $what);
--EXPECT--
array(2) {
  [0]=>
  int(25)
  [1]=>
  string(3) "Bob"
}
int(2)
int(12)
string(6) "apples"
