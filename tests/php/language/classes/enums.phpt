--TEST--
enum: cases, values, methods, from and tryFrom
--FILE--
<?php
enum Suit: string {
    case Hearts = 'H';
    case Spades = 'S';
    const WILD = self::Spades;
    static function first() { return self::cases()[0]; }
    function label() { return ucfirst(strtolower($this->name)); }
}
enum Plain { case One; case Two; }
var_dump(Suit::Hearts, Suit::from('S'), Suit::tryFrom('X'), Suit::first()->label(), Suit::WILD->value, Plain::One === Plain::One, Plain::One == Plain::Two, Plain::cases());
try {
    Suit::from('X');
} catch (ValueError $e) {
    echo $e->getMessage(), "\n";
}
echo match (Suit::from('H')) { Suit::Hearts => 'red', Suit::Spades => 'black' }, "\n";
--EXPECT--
enum(Suit::Hearts)
enum(Suit::Spades)
NULL
string(6) "Hearts"
string(1) "S"
bool(true)
bool(false)
array(2) {
  [0]=>
  enum(Plain::One)
  [1]=>
  enum(Plain::Two)
}
"X" is not a valid backing value for enum Suit
red
