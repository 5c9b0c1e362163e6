--TEST--
getLine(), getFile(), getTraceAsString(), __toString()
--FILE--
<?php
function make($x) {
    return new Exception('made');
}
$e = make([1]);
var_dump($e->getLine(), basename($e->getFile()), count($e->getTrace()), $e->getTrace()[0]['function'], $e->getTrace()[0]['line']);
echo $e->getTraceAsString(), "\n";
echo $e, "\n";
--EXPECTF--
int(3)
string(21) "where_it_was_made.php"
int(1)
string(4) "make"
int(5)
#0 %swhere_it_was_made.php(5): make(Array)
#1 {main}
Exception: made in %swhere_it_was_made.php:3
Stack trace:
#0 %swhere_it_was_made.php(5): make(Array)
#1 {main}
