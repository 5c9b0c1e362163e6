--TEST--
$_SERVER, $_GET and the others exist
--FILE--
<?php
var_dump(is_array($_SERVER), $_GET, $_POST, is_array($_ENV), isset($_SERVER['REQUEST_TIME']), basename($_SERVER['SCRIPT_NAME']), isset($_SESSION));
function f() {
    return count($_GET);
}
var_dump(f(), php_sapi_name(), PHP_SAPI);
--EXPECT--
bool(true)
array(0) {
}
array(0) {
}
bool(true)
bool(true)
string(16) "superglobals.php"
bool(false)
int(0)
string(3) "cli"
string(3) "cli"
