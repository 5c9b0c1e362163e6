--TEST--
set_exception_handler(): called at the end
--FILE--
<?php
set_exception_handler(function ($e) {
    echo 'handled ', get_class($e), ' ', $e->getMessage(), "\n";
});
throw new DomainException('to the handler');
--EXPECT--
handled DomainException to the handler
