--TEST--
sort(): numbers, numeric strings, other strings; flags
--FILE--
<?php
$a = [10, '9', 'abc', 1.5, '10', true, 'ABC', null];
sort($a);
var_dump($a);
$s = ['10', '9', '2', '1'];
sort($s, SORT_STRING);
echo json_encode($s);
sort($s, SORT_NUMERIC);
echo json_encode($s);
$f = ['img12', 'img10', 'IMG2', 'img1'];
sort($f, SORT_NATURAL | SORT_FLAG_CASE);
echo json_encode($f), "\n";
--EXPECT--
array(8) {
  [0]=>
  NULL
  [1]=>
  float(1.5)
  [2]=>
  string(1) "9"
  [3]=>
  int(10)
  [4]=>
  string(2) "10"
  [5]=>
  string(3) "abc"
  [6]=>
  bool(true)
  [7]=>
  string(3) "ABC"
}
["1","10","2","9"]["1","2","9","10"]["img1","IMG2","img10","img12"]
