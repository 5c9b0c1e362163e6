--TEST--
namespace: functions and constants fall back to global ones
--FILE--
<?php
namespace App\Models;
use InvalidArgumentException as Invalid;
use function strtoupper as up;
const LIMIT = 5;
function strlen($s) { return "own strlen of $s"; }
class User {
    const X = __CLASS__;
}
echo strlen('a'), ' ', \strlen('abc'), ' ', up('x'), ' ', LIMIT, ' ', \PHP_INT_SIZE, ' ', PHP_INT_SIZE, ' ', User::X, ' ', namespace\User::class, "\n";
try {
    throw new Invalid('aliased');
} catch (\LogicException $e) {
    echo get_class($e), ' ', __NAMESPACE__, "\n";
}
try {
    missing();
} catch (\Error $e) {
    echo $e->getMessage(), "\n";
}
--EXPECT--
own strlen of a 3 X 5 8 8 App\Models\User App\Models\User
InvalidArgumentException App\Models
Call to undefined function App\Models\missing()
