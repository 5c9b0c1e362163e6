<?php
// A static variable keeps its value between calls. Between which calls exactly?

function counter(): int
{
    static $count = 0;
    return ++$count;
}
echo counter(), counter(), counter(), "\n";

class Base
{
    public function tick(): int
    {
        static $ticks = 0;
        return ++$ticks;
    }
}
class Derived extends Base
{
}
$one = new Base();
$two = new Base();
$three = new Derived();
echo $one->tick(), $two->tick(), $three->tick(), $three->tick(), "\n";

function make(): Closure
{
    return function () {
        static $calls = 0;
        return ++$calls;
    };
}
$first = make();
$second = make();
echo $first(), $first(), $second(), "\n";
$copy = clone $first;
echo $copy(), $first(), "\n";

// It belongs to the function, not to the object: all objects share it. Since PHP 8.1 an inherited
// method shares it with its parent too. Each closure object has its own, and a clone starts with a copy.
