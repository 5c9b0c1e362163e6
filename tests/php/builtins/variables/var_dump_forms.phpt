--TEST--
var_dump(): every type, nested, several arguments
--FILE--
<?php
var_dump(1, -1.5, 'text', true, null, [], ['k' => [1, 'n' => null]], "multi\nline");
--EXPECT--
int(1)
float(-1.5)
string(4) "text"
bool(true)
NULL
array(0) {
}
array(1) {
  ["k"]=>
  array(2) {
    [0]=>
    int(1)
    ["n"]=>
    NULL
  }
}
string(10) "multi
line"
