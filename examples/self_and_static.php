<?php
// self and static both name a class. When are they different ones?

class Model
{
    public static function name()
    {
        return 'model';
    }

    public static function describe()
    {
        return 'self: ' . self::name() . ', static: ' . static::name();
    }

    public static function create()
    {
        return new static();
    }
}

class User extends Model
{
    public static function name()
    {
        return 'user';
    }
}

echo Model::describe(), "\n";
echo User::describe(), "\n";
echo get_class(User::create()), "\n";

// self is the class in which the word stands; static is the one that was called.
