--TEST--
variables: unserialize_callback_func, back references that are not objects
--FILE--
<?php
function define_it($name) { echo "asked for $name\n"; if ($name === 'Late') { eval('class Late { public $p = 0; }'); } }
ini_set('unserialize_callback_func', 'define_it');
print_r([unserialize('O:4:"Late":1:{s:1:"p";i:5;}'), unserialize('O:5:"Never":0:{}')]);
print_r(unserialize('O:5:"Other":0:{}', ['allowed_classes' => false]));
ini_set('unserialize_callback_func', 'nosuch');
try { unserialize('O:5:"Never":0:{}'); } catch (Error $e) { echo $e->getMessage(), "\n"; }
ini_set('unserialize_callback_func', '');
echo json_encode(unserialize('a:3:{i:0;a:1:{i:0;r:1;}i:1;i:2;}')), json_encode(unserialize('a:2:{i:0;i:5;i:1;r:2;}')), "\n";
$pair = unserialize('a:2:{i:0;O:8:"stdClass":0:{}i:1;r:2;}');
var_dump($pair[0] === $pair[1]);
--EXPECTF--
asked for Late
asked for Never

Warning: unserialize(): Function define_it() hasn't defined the class it was called for in %sunserialize_callback.php on line 4
Array
(
    [0] => Late Object
        (
            [p] => 5
        )

    [1] => __PHP_Incomplete_Class Object
        (
            [__PHP_Incomplete_Class_Name] => Never
        )

)
__PHP_Incomplete_Class Object
(
    [__PHP_Incomplete_Class_Name] => Other
)
Invalid callback nosuch, function "nosuch" not found or invalid function name

Notice: unserialize(): Error at offset 22 of 32 bytes in %sunserialize_callback.php on line 9
false
Notice: unserialize(): Error at offset 21 of 22 bytes in %sunserialize_callback.php on line 9
false
bool(true)
