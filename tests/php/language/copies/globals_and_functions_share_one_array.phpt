--TEST--
global arrays written from both sides
--FILE--
<?php
$log = [];
function note($x) { global $log; $log[] = $x; $local = $log; $local[] = 'lost'; return count($log); }
note('a');
$log[] = 'b';
$keep = $log;
note('c');
$GLOBALS['log'][] = 'd';
echo json_encode([$log, $keep]), "\n";
--EXPECT--
[["a","b","c","d"],["a","b"]]
