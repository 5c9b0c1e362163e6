--TEST--
php://stdin and stream_get_contents()
--FILE--
<?php
[$n, $m] = fscanf(STDIN, '%d %d');
$rest = stream_get_contents(STDIN);
echo $n + $m, ' ', strlen($rest), ' ', str_word_count($rest), "\n";
--STDIN--
3 4
some more words
--EXPECT--
7 16 3
