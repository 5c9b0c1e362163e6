--TEST--
<<<'X': no escapes, no variables
--FILE--
<?php
$x = 1;
echo <<<'TEXT'
$x {$x} \n \\ 'q' "q"
    TEXTUAL is not the end
TEXT;
echo "\n";
var_dump([<<<'A'
    one
      two
    A, 'three']);
--EXPECT--
$x {$x} \n \\ 'q' "q"
    TEXTUAL is not the end
array(2) {
  [0]=>
  string(9) "one
  two"
  [1]=>
  string(5) "three"
}
