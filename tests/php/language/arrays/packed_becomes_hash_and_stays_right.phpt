--TEST--
a list that gets a far key, a hole and a string key
--FILE--
<?php
$a = [0, 1, 2];
$a[5] = 5;
$a[] = 6;
unset($a[1]);
$a['s'] = 's';
$a[1] = 'again';
$a[] = 7;
$a[-2] = 'neg';
echo json_encode($a), " ", count($a), "\n";
--EXPECT--
{"0":0,"2":2,"5":5,"6":6,"s":"s","1":"again","7":7,"-2":"neg"} 8
