--TEST--
traits: static members used directly
--FILE--
<?php
trait T { static $s = 1; const X = 2; static function f() { return 3; } }
echo T::$s, T::f();
try { echo T::X; } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { new T; } catch (Error $e) { echo $e->getMessage(), "\n"; }
--EXPECTF--

Deprecated: Accessing static trait property T::$s is deprecated, it should only be accessed on a class using the trait in %sstatic_members_of_the_trait_itself.php on line 3
1
Deprecated: Calling static trait method T::f is deprecated, it should only be called on a class using the trait in %sstatic_members_of_the_trait_itself.php on line 3
3Cannot access trait constant T::X directly
Cannot instantiate trait T
