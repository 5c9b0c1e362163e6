--TEST--
->, [] and () in one expression
--FILE--
<?php
class A {
    public $list = [];
    public $next;
    public $f;
    function get($k) { return $this->list[$k] ?? $this; }
    function __construct() { $this->f = fn($x) => $x * 2; }
}
$a = new A;
$a->next = new A;
$a->next->list['k'] = ['deep' => new A];
$a->next->list['k']['deep']->list['n'] = 'found';
$m = 'get';
$p = 'next';
var_dump($a->get('none')->$p->$m('k')['deep']->get('n'), ($a->f)(21), $a->{'ne' . 'xt'}->list['k']['deep']::class);
--EXPECT--
string(5) "found"
int(42)
string(1) "A"
