--TEST--
register_shutdown_function(): in order, after exit too
--FILE--
<?php
register_shutdown_function(function ($x) { echo "first $x\n"; }, 'arg');
register_shutdown_function(function () { echo "second\n"; });
echo "body\n";
exit;
--EXPECT--
body
first arg
second
