--TEST--
a file without code
--FILE--
--EXPECT--

