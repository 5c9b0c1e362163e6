--TEST--
parse error: no output of what comes before
--FILE--
<?php
echo "never printed\n";
$a = (1;
--EXIT--
255
--EXPECTF--

Parse error: syntax error, unexpected token ";" in %snothing_runs_when_the_file_is_broken.php on line 3
