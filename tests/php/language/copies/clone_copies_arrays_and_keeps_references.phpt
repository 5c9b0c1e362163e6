--TEST--
clone: arrays in properties separate, references stay shared
--FILE--
<?php
class A { public $list = [1, [2]]; public $ref; }
$x = 'shared';
$a = new A;
$a->ref = &$x;
$b = clone $a;
$b->list[1][] = 'b';
$b->ref = 'changed';
echo json_encode([$a, $b, $x]), "\n";
--EXPECT--
[{"list":[1,[2]],"ref":"changed"},{"list":[1,[2,"b"]],"ref":"changed"},"changed"]
