--TEST--
files: exec(), system(), passthru() and shell_exec()
--FILE--
<?php
$lines = ['before'];
var_dump(exec('printf "a \nb\n"; exit 3', $lines, $code), $lines, $code, system('printf "x\ny"', $code), $code);
var_dump(passthru('printf z; exit 2', $code), $code, shell_exec('printf "1\n2"'), shell_exec('true'), `printf "in quotes"`);
foreach (['exec', 'system', 'passthru', 'shell_exec'] as $call) {
    try { $call(''); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
}
--EXPECT--
x
ystring(1) "b"
array(3) {
  [0]=>
  string(6) "before"
  [1]=>
  string(1) "a"
  [2]=>
  string(1) "b"
}
int(3)
string(1) "y"
int(0)
zNULL
int(2)
string(3) "1
2"
NULL
string(9) "in quotes"
exec(): Argument #1 ($command) cannot be empty
system(): Argument #1 ($command) cannot be empty
passthru(): Argument #1 ($command) cannot be empty
shell_exec(): Argument #1 ($command) cannot be empty
