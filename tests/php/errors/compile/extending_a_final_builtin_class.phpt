--TEST--
A final class of the engine.
--FILE--
<?php
echo 'never';
class G extends Generator {}
--EXIT--
255
--EXPECTF--

Fatal error: Class G cannot extend final class Generator in %sextending_a_final_builtin_class.php on line 3
