--TEST--
Namespaces do not nest.
--FILE--
<?php
namespace A { namespace B {} }
echo 1;
--EXIT--
255
--EXPECTF--

Fatal error: Namespace declarations cannot be nested in %snested_namespaces.php on line 2
