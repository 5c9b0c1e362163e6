--TEST--
var_dump, print_r: an object that holds itself
--FILE--
<?php
$o = new stdClass;
$o->self = $o;
$o->list = [$o];
var_dump($o);
print_r($o);
--EXPECT--
object(stdClass)#1 (2) {
  ["self"]=>
  *RECURSION*
  ["list"]=>
  array(1) {
    [0]=>
    *RECURSION*
  }
}
stdClass Object
(
    [self] => stdClass Object
 *RECURSION*
    [list] => Array
        (
            [0] => stdClass Object
 *RECURSION*
        )

)
