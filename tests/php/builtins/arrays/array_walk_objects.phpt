--TEST--
arrays: array_walk() over the properties of an object, with a callback that throws
--FILE--
<?php
class Fixed { public $free = 1; private $own = 2; }
$o = new Fixed;
try { array_walk($o, function (&$value, $key) { $value++; }); } catch (Error $e) { echo $e->getMessage(), "\n"; }
print_r($o);
class Open { public $a = 1; public $b = [2]; }
$o = new Open;
try { array_walk_recursive($o, function (&$value, $key) { if ($value === 2) throw new Exception('two'); $value++; }); } catch (Exception $e) { echo $e->getMessage(), "\n"; }
print_r($o);
--EXPECT--
Fixed Object
(
    [free] => 2
    [own:Fixed:private] => 3
)
two
Open Object
(
    [a] => 2
    [b] => Array
        (
            [0] => 2
        )

)
