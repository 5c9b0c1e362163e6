--TEST--
$argv and $argc: the script's name first
--FILE--
<?php
echo $argc, ' ', basename($argv[0]), ' ', json_encode(array_slice($argv, 1)), ' ', count($_SERVER['argv']), "\n";
--ARGS--
one 'two words' --flag -x 5
--EXPECT--
6 arguments.php ["one","two words","--flag","-x","5"] 6
