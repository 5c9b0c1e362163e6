--TEST--
min(), max(), abs(), array_sum(), array_product()
--FILE--
<?php
var_dump(min(3, 1, 2), max([1, 5, 3]), min('apple', 5), max('apple', 5), max([1, 2], [1, 3]), max(1, '1'), min('abc', 0), max('10', 9.5), abs(-5), abs(-5.5), abs(PHP_INT_MIN), array_sum([1, 2.5, '3']), array_product([2, '3']), array_sum([]), array_product([]));
--EXPECT--
int(1)
int(5)
int(5)
string(5) "apple"
array(2) {
  [0]=>
  int(1)
  [1]=>
  int(3)
}
int(1)
int(0)
string(2) "10"
int(5)
float(5.5)
float(9.223372036854776E+18)
float(6.5)
int(6)
int(0)
int(1)
