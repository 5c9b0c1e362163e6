--TEST--
A missing key is told up to its first NUL byte
--FILE--
<?php
echo [][ "a\0b" ], [][ "" ], [][ "\0" ];
--EXPECTF--

Warning: Undefined array key "a" in %skeys_in_messages_end_at_nul.php on line 2

Warning: Undefined array key "" in %skeys_in_messages_end_at_nul.php on line 2

Warning: Undefined array key "" in %skeys_in_messages_end_at_nul.php on line 2
