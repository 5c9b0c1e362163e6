--TEST--
var_export(): code that gives the value back
--FILE--
<?php
class A { public $x = 1; protected $y = 'p'; }
var_export([1, 'k' => ['nested' => true, null], 2 => "it's \\ \n", -1 => -0.0, 'f' => 1.0, 'g' => 0.1]);
echo "\n";
var_export(new stdClass);
var_export((object) ['a' => 1]);
var_export(new A);
echo "\n", var_export(1.5, true), var_export('x', true), var_export(false, true), "\n";
var_export("nul\0byte");
var_export(PHP_INT_MIN);
--EXPECT--
array (
  0 => 1,
  'k' => 
  array (
    'nested' => true,
    0 => NULL,
  ),
  2 => 'it\'s \\ 
',
  -1 => -0.0,
  'f' => 1.0,
  'g' => 0.1,
)
(object) array(
)(object) array(
   'a' => 1,
)\A::__set_state(array(
   'x' => 1,
   'y' => 'p',
))
1.5'x'false
'nul' . "\0" . 'byte'-9223372036854775807-1
