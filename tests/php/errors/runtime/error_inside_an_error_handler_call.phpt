--TEST--
set_error_handler(): not called again while it runs
--FILE--
<?php
set_error_handler(function ($level, $message) {
    echo "handler: $message\n";
    echo $undefined_inside;
    return true;
});
echo $undefined_outside;
--EXPECTF--
handler: Undefined variable $undefined_outside

Warning: Undefined variable $undefined_inside in %serror_inside_an_error_handler_call.php on line 4
