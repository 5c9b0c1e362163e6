--TEST--
set_error_handler(): level, message, line; false passes it on
--FILE--
<?php
set_error_handler(function ($level, $message, $file, $line) {
    echo "[$level: $message, line $line]\n";
    return $message !== 'Undefined variable $pass';
});
echo $first;
echo $pass;
$x = [] . '';
trigger_error('own', E_USER_WARNING);
restore_error_handler();
echo $last;
--EXPECTF--
[2: Undefined variable $first, line 6]
[2: Undefined variable $pass, line 7]

Warning: Undefined variable $pass in %serror_handler_takes_warnings.php on line 7
[2: Array to string conversion, line 8]
[512: own, line 9]

Warning: Undefined variable $last in %serror_handler_takes_warnings.php on line 11
