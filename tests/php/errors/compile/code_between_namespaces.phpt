--TEST--
With braces everything is in them.
--FILE--
<?php
namespace A {}
echo 1;
--EXIT--
255
--EXPECTF--

Fatal error: No code may exist outside of namespace {} in %scode_between_namespaces.php on line 3
