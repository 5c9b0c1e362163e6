<?php
// Is a case of an enum a value, like an int, or an object, like any other?

enum Suit: string
{
    case Hearts = 'H';
    case Spades = 'S';

    const Best = self::Spades;

    public function color(): string
    {
        return $this === self::Hearts ? 'red' : 'black';
    }
}

$first = Suit::from('H');
$second = Suit::Hearts;
echo $first === $second ? 'the same case' : 'two objects', "\n";
echo Suit::Best->name, ' is ', Suit::Best->color(), "\n";
var_dump($first instanceof Suit, $first == 'H', $first > Suit::Spades, Suit::tryFrom('X'));

try {
    $copy = clone $first;
} catch (Error $error) {
    echo $error->getMessage(), "\n";
}

try {
    $first->value = 'D';
} catch (Error $error) {
    echo $error->getMessage(), "\n";
}

// A case is an object, but there is only one of each: from() finds it, no clone makes a second, and
// its properties name and value are read-only. So === compares cases safely. It is not equal to its
// value, and cases have no order: both comparisons are false.
