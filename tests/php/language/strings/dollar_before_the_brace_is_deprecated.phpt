--TEST--
"${x}": still works, and says what to write instead
--FILE--
<?php
$name = 'n';
$list = ['k' => 'v'];
echo "${name} ${list['k']}\n";
--EXPECTF--

Deprecated: Using ${var} in strings is deprecated, use {$var} instead in %sdollar_before_the_brace_is_deprecated.php on line 4

Deprecated: Using ${var} in strings is deprecated, use {$var} instead in %sdollar_before_the_brace_is_deprecated.php on line 4
n v
