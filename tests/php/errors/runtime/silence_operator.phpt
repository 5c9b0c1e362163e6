--TEST--
@: no message, the value stays, error_get_last() knows
--FILE--
<?php
echo @$undefined, @$list['k'], "quiet\n";
var_dump(@file_get_contents('/no/such/file'));
echo error_get_last()['message'], "\n";
echo $loud;
--EXPECTF--
quiet
bool(false)
file_get_contents(/no/such/file): Failed to open stream: No such file or directory

Warning: Undefined variable $loud in %ssilence_operator.php on line 5
