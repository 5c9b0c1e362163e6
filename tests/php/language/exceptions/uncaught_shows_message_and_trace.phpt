--TEST--
uncaught: the text at the end of a program
--FILE--
<?php
function inner($list, $text) {
    throw new RuntimeException('broken');
}
function outer() {
    inner([1, 2], 'a rather long argument text');
}
echo "before\n";
outer();
echo "after\n";
--EXIT--
255
--EXPECTF--
before

Fatal error: Uncaught RuntimeException: broken in %suncaught_shows_message_and_trace.php:3
Stack trace:
#0 %suncaught_shows_message_and_trace.php(6): inner(Array, 'a rather long a...')
#1 %suncaught_shows_message_and_trace.php(9): outer()
#2 {main}
  thrown in %suncaught_shows_message_and_trace.php on line 3
