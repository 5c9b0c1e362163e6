--TEST--
compile error: break in finally
--FILE--
<?php
while (true) {
    try {
    } finally {
        break;
    }
}
--EXIT--
255
--EXPECTF--

Fatal error: jump out of a finally block is disallowed in %sjump_out_of_finally.php on line 5
