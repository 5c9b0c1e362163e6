--TEST--
extends: overriding, parent::, inherited constructor
--FILE--
<?php
class Animal {
    function __construct(protected string $name) {}
    function speak() { return "$this->name makes " . $this->sound(); }
    function sound() { return 'a sound'; }
}
class Dog extends Animal {
    function sound() { return 'a bark, not ' . parent::sound(); }
}
class Puppy extends Dog {
    function __construct($name) { parent::__construct("little $name"); }
}
echo (new Dog('Rex'))->speak(), "\n", (new Puppy('Bo'))->speak(), "\n";
var_dump(get_parent_class('Puppy'), is_subclass_of('Puppy', 'Animal'), new Puppy('x') instanceof Animal);
--EXPECT--
Rex makes a bark, not a sound
little Bo makes a bark, not a sound
string(3) "Dog"
bool(true)
bool(true)
