--TEST--
__destruct: on unset, reassignment, end of function and of program
--FILE--
<?php
class D {
    function __construct(private $name) {}
    function __destruct() { echo "destroy $this->name\n"; }
}
$a = new D('a');
$b = $a;
unset($a);
echo "still there\n";
$b = null;
function f() { $local = new D('local'); echo "in f\n"; }
f();
new D('temporary');
$list = [new D('in list')];
$list = [];
$c = new D('c');
$d = new D('d');
echo "end\n";
--EXPECT--
still there
destroy a
in f
destroy local
destroy temporary
destroy in list
end
destroy d
destroy c
