--TEST--
parse error: the end comes too early
--FILE--
<?php
function f() {
    if (true) {
        echo 1;
--EXIT--
255
--EXPECTF--

Parse error: Unclosed '{' on line 3 in %sunclosed_brace.php on line 5
