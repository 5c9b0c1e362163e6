--TEST--
At top level it shows when it runs that there is no class.
--FILE--
<?php
try { echo static::class; } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { echo self::X; } catch (Error $e) { echo $e->getMessage(), "\n"; }
--EXPECT--
Cannot use "static" in the global scope
Cannot access "self" when no class scope is active
