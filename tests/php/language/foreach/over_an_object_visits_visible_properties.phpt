--TEST--
foreach: public ones outside, all inside
--FILE--
<?php
class P {
    public $a = 1;
    protected $b = 2;
    private $c = 3;
    function all() {
        foreach ($this as $k => $v) {
            echo "$k=$v ";
        }
        echo "\n";
    }
}
$p = new P;
$p->dynamic = 4;
foreach ($p as $k => $v) {
    echo "$k=$v ";
}
echo "\n";
$p->all();
--EXPECTF--

Deprecated: Creation of dynamic property P::$dynamic is deprecated in %sover_an_object_visits_visible_properties.php on line 14
a=1 dynamic=4 
a=1 b=2 c=3 dynamic=4 
