--TEST--
warnings: the program goes on
--FILE--
<?php
echo $a, $b['k'], $c->p, "\n";
$list = [1];
echo $list[3], $list['x'], "\n";
$o = new stdClass;
echo $o->missing, "end\n";
--EXPECTF--

Warning: Undefined variable $a in %sundefined_things_warn_and_go_on.php on line 2

Warning: Undefined variable $b in %sundefined_things_warn_and_go_on.php on line 2

Warning: Trying to access array offset on value of type null in %sundefined_things_warn_and_go_on.php on line 2

Warning: Undefined variable $c in %sundefined_things_warn_and_go_on.php on line 2

Warning: Attempt to read property "p" on null in %sundefined_things_warn_and_go_on.php on line 2


Warning: Undefined array key 3 in %sundefined_things_warn_and_go_on.php on line 4

Warning: Undefined array key "x" in %sundefined_things_warn_and_go_on.php on line 4


Warning: Undefined property: stdClass::$missing in %sundefined_things_warn_and_go_on.php on line 6
end
