--TEST--
exceptions: own constructor, properties, methods
--FILE--
<?php
class HttpError extends Exception {
    private string $path;
    function __construct(string $path, int $status = 404) {
        parent::__construct("no $path", $status);
        $this->path = $path;
    }
    function path(): string { return $this->path; }
}
class Silent extends Exception {
    protected $message = 'default message';
    protected $code = 42;
    function __construct() {}
}
try {
    throw new HttpError('/index');
} catch (HttpError $e) {
    var_dump($e->getMessage(), $e->getCode(), $e->path(), $e->getLine());
}
try {
    throw new Silent;
} catch (Exception $e) {
    var_dump($e->getMessage(), $e->getCode(), $e->getLine());
}
--EXPECT--
string(9) "no /index"
int(404)
string(6) "/index"
int(16)
string(15) "default message"
int(42)
int(21)
