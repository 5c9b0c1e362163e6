--TEST--
serialize(), unserialize()
--FILE--
<?php
class A { public $p = 1; protected $q = [1]; private $r = 'x'; }
$value = ['a' => 1, 2 => [true, null, 1.5], 'o' => new A];
$text = serialize($value);
echo str_replace("\0", '~', $text), "\n";
var_dump(unserialize($text) == $value, unserialize(serialize(1.1)), @unserialize('garbage'));
--EXPECT--
a:3:{s:1:"a";i:1;i:2;a:3:{i:0;b:1;i:1;N;i:2;d:1.5;}s:1:"o";O:1:"A":3:{s:1:"p";i:1;s:4:"~*~q";a:1:{i:0;i:1;}s:4:"~A~r";s:1:"x";}}
bool(true)
float(1.1)
bool(false)
