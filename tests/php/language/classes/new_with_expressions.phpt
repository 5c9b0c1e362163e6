--TEST--
new: variable classes, anonymous classes, arguments
--FILE--
<?php
class A { function __construct(public $x = 'none') {} }
$name = 'A';
$list = ['c' => 'A'];
$anon = new class(7) extends A { function twice() { return $this->x * 2; } };
var_dump((new $name(1))->x, (new $list['c'])->x, (new ('A'))->x, $anon->twice(), $anon instanceof A, str_contains(get_class($anon), 'A@anonymous'));
--EXPECT--
int(1)
string(4) "none"
string(4) "none"
int(14)
bool(true)
bool(true)
