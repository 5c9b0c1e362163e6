--TEST--
<<<X: the closing word's indentation is taken away
--FILE--
<?php
$x = 'value';
$list = ['k' => [1, 2]];
echo <<<TEXT
  indented $x
      more {$list['k'][1]} "quoted"
  \ttab \\ \$x
  TEXT . "|\n";
echo <<<"QUOTED"
$x
QUOTED;
echo "\n", <<<EMPTY
EMPTY, "[end]\n";
--EXPECT--
indented value
    more 2 "quoted"
	tab \ $x|
value
[end]
