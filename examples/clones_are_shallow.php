<?php
// A clone has its own properties. Does it have its own objects in them?

class Engine
{
    public int $power = 100;
}

class Car
{
    public array $seats = [1, 2];

    public function __construct(public Engine $engine, public string $name)
    {
    }
}

class Truck extends Car
{
    public function __clone()
    {
        $this->engine = clone $this->engine;
        $this->name .= ' (copy)';
    }
}

foreach ([Car::class, Truck::class] as $class) {
    $first = new $class(new Engine(), $class);
    $second = clone $first;
    $second->engine->power = 200;
    $second->seats[] = 3;
    echo "$first->name $second->name: ", $first->engine->power, ' ', count($first->seats), ' ';
    var_dump($first->engine === $second->engine);
}

// clone copies what the properties hold: an array is a value and is copied, an object's handle points
// to the same object. __clone runs on the new object and can clone further.
