--TEST--
set_error_handler(): ErrorException
--FILE--
<?php
set_error_handler(function ($level, $message, $file, $line) {
    throw new ErrorException($message, 0, $level, $file, $line);
});
try {
    echo $undefined;
} catch (ErrorException $e) {
    echo get_class($e), ' ', $e->getMessage(), ' ', $e->getSeverity(), ' ', $e->getLine(), "\n";
}
try {
    $a = [1];
    $a[5] .= 'x';
} catch (ErrorException $e) {
    echo $e->getMessage(), "\n";
}
echo json_encode($a), "\n";
--EXPECT--
ErrorException Undefined variable $undefined 2 6
Undefined array key 5
[1]
