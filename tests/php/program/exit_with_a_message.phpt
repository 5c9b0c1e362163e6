--TEST--
exit('text'): prints it, status 0
--FILE--
<?php
ob_start();
echo 'flushed ';
die('last words');
--EXPECT--
flushed last words
