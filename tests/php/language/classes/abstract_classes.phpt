--TEST--
abstract: cannot be made, must be completed
--FILE--
<?php
abstract class Shape {
    abstract function area();
    function describe() { return static::class . ' ' . $this->area(); }
}
class Square extends Shape {
    function __construct(private $side) {}
    function area() { return $this->side ** 2; }
}
echo (new Square(3))->describe(), "\n";
try {
    new Shape;
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
--EXPECT--
Square 9
Cannot instantiate abstract class Shape
