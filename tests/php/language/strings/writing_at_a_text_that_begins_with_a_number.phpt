--TEST--
A string offset may have text behind its number, with a warning; text alone is refused
--FILE--
<?php
$word = 'word';
$word['1x'] = 'O';
echo $word, "\n";
echo $word['2x'], "\n";
try {
    $word['1x'] = '';
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
try {
    $word['x'] = 'a';
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
--EXPECTF--

Warning: Illegal string offset "1x" in %swriting_at_a_text_that_begins_with_a_number.php on line 3
wOrd

Warning: Illegal string offset "2x" in %swriting_at_a_text_that_begins_with_a_number.php on line 5
r

Warning: Illegal string offset "1x" in %swriting_at_a_text_that_begins_with_a_number.php on line 7
Cannot assign an empty string to a string offset
Cannot access offset of type string on string
