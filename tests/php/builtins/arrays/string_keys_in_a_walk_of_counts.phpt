--TEST--
a histogram of words
--FILE--
<?php
$text = 'the cat and the dog and the bird';
$counts = [];
foreach (explode(' ', $text) as $word) {
    $counts[$word] = ($counts[$word] ?? 0) + 1;
}
arsort($counts);
foreach ($counts as $word => $n) {
    printf("%-5s %d\n", $word, $n);
}
--EXPECT--
the   3
and   2
cat   1
dog   1
bird  1
