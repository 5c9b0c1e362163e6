--TEST--
print_r(): indentation, objects, returned text
--FILE--
<?php
class A {
    public $pub = 1;
    protected $pro = 'x';
    private $pri = [true, null];
}
print_r(['a' => 1, 'b' => ['c' => 'd', []], 5 => 1.0]);
print_r(new A);
print_r('text');
print_r(null);
print_r(1.5);
var_dump(print_r([1], true), print_r(false, true));
--EXPECT--
Array
(
    [a] => 1
    [b] => Array
        (
            [c] => d
            [0] => Array
                (
                )

        )

    [5] => 1
)
A Object
(
    [pub] => 1
    [pro:protected] => x
    [pri:A:private] => Array
        (
            [0] => 1
            [1] => 
        )

)
text1.5string(23) "Array
(
    [0] => 1
)
"
string(0) ""
