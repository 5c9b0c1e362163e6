--TEST--
$a['self'] = &$a: var_dump marks the recursion
--FILE--
<?php
$a = [1];
$a['self'] = &$a;
var_dump($a);
$a['self']['self']['added'] = 'x';
var_dump(isset($a['added']), count($a));
--EXPECT--
array(2) {
  [0]=>
  int(1)
  ["self"]=>
  *RECURSION*
}
bool(true)
int(3)
