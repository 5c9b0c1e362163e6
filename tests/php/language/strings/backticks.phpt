--TEST--
backticks: what a command prints
--FILE--
<?php
$word = 'there';
echo `echo hello`, `echo $word`;
--EXPECT--
hello
there
