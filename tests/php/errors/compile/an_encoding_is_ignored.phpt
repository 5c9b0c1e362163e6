--TEST--
declare(encoding) is told of while parsing.
--FILE--
<?php
declare(encoding='UTF-8');
echo "fine\n";
--EXPECTF--

Warning: declare(encoding=...) ignored because Zend multibyte feature is turned off by settings in %san_encoding_is_ignored.php on line 2
fine
