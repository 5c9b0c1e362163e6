--TEST--
In `$a[$a]` the index is what $a is before the write, also where the write makes it an array
--FILE--
<?php
$a = null;
try {
    $a[$a] = 'x';
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
var_dump($a);
--EXPECT--
Illegal offset type
array(0) {
}
--OURS--
array(1) {
  [""]=>
  string(1) "x"
}
--WHY--
PHP turns $a into an array first and then refuses the array as an index, though the same line with a copy of $a as the index
works.
