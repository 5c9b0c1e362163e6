<?php
// Is a trait something that its classes share, or something that each gets a copy of?

trait Counts
{
    private static int $total = 0;

    public static function count(): string
    {
        static $calls = 0;
        $calls++;
        self::$total += 10;

        return self::class . ' ' . __CLASS__ . ' ' . __TRAIT__ . " $calls " . self::$total;
    }
}

class Apples
{
    use Counts;
}

class Pears
{
    use Counts;
}

class RedApples extends Apples
{
}

echo Apples::count(), "\n";
echo Apples::count(), "\n";
echo Pears::count(), "\n";
echo RedApples::count(), "\n";
var_dump(new Apples instanceof Counts, in_array('Counts', class_uses('Apples')));

// `use` pastes the trait's text into the class: each using class has its own static properties and
// static variables, and self means the class. A class that inherits shares the property of its parent
// (total 30), but in PHP 8.1 and later also the parent's static variable (call 3). A trait is no type.
