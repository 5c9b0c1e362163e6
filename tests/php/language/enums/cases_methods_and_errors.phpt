--TEST--
enums: cases, methods, interfaces, constant expressions, listings, errors
--FILE--
<?php
interface HasLabel { function label(): string; }
trait Shouts { function shout() { return strtoupper($this->name); } }
enum Suit: string implements HasLabel {
    use Shouts;
    case Hearts = 'H';
    case Spades = 'S';
    const Wild = self::Spades;
    static function fromChar(string $c): self { return self::from($c); }
    function label(): string { return ucfirst(strtolower($this->name)); }
    function color(): string { return match ($this) { self::Hearts => 'Red', self::Spades => 'Black' }; }
}
enum Status { case On; case Off; }
var_dump(Suit::Hearts, Suit::from('S'), Suit::tryFrom('X'), Suit::Wild, Suit::cases(), Status::cases());
echo Suit::Hearts->label(), Suit::Spades->color(), Suit::fromChar('H')->shout(), "\n";
var_dump(Suit::Hearts instanceof Suit, Suit::Hearts instanceof UnitEnum, Suit::Hearts instanceof BackedEnum, Status::On instanceof BackedEnum, Suit::Hearts instanceof HasLabel);
print_r([Suit::Hearts, Status::On]);
var_export([Suit::Hearts, Status::On]);
echo "\n", json_encode(['s' => Suit::Hearts]), ' ', serialize([Suit::Hearts, Suit::Hearts]), "\n";
var_dump(unserialize(serialize(Status::Off)) === Status::Off);
class Card { const DEFAULT = Suit::Hearts; const NAME = Suit::Hearts->name; public function __construct(public readonly Suit $suit = Suit::Spades) {} }
var_dump((new Card)->suit, Card::DEFAULT, Card::NAME);
function attempt(callable $f) { try { $f(); } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
attempt(fn() => Suit::from('q'));
attempt(fn() => new Suit);
attempt(fn() => clone Suit::Hearts);
attempt(function () { $s = Suit::Hearts; $s->name = 'x'; });
attempt(function () { $s = Suit::Hearts; $s->other = 'x'; });
attempt(fn() => (string) Suit::Hearts);
attempt(fn() => [Suit::Hearts => 1]);
attempt(fn() => Suit::Clubs);
attempt(fn() => Suit::cases(1));
attempt(fn() => Suit::from([]));
var_dump(Suit::Hearts == Suit::Spades, Suit::Hearts < Suit::Spades, Suit::Hearts === Suit::from('H'), enum_exists('Suit'), enum_exists('Card'));
enum Twice: int { case A = 1; case B = 1; }
attempt(fn() => Twice::from(1));
--EXPECT--
enum(Suit::Hearts)
enum(Suit::Spades)
NULL
enum(Suit::Spades)
array(2) {
  [0]=>
  enum(Suit::Hearts)
  [1]=>
  enum(Suit::Spades)
}
array(2) {
  [0]=>
  enum(Status::On)
  [1]=>
  enum(Status::Off)
}
HeartsBlackHEARTS
bool(true)
bool(true)
bool(true)
bool(false)
bool(true)
Array
(
    [0] => Suit Enum:string
        (
            [name] => Hearts
            [value] => H
        )

    [1] => Status Enum
        (
            [name] => On
        )

)
array (
  0 => 
  \Suit::Hearts,
  1 => 
  \Status::On,
)
{"s":"H"} a:2:{i:0;E:11:"Suit:Hearts";i:1;r:2;}
bool(true)
enum(Suit::Spades)
enum(Suit::Hearts)
string(6) "Hearts"
ValueError: "q" is not a valid backing value for enum Suit
Error: Cannot instantiate enum Suit
Error: Trying to clone an uncloneable object of class Suit
Error: Cannot modify readonly property Suit::$name
Error: Cannot create dynamic property Suit::$other
Error: Object of class Suit could not be converted to string
TypeError: Illegal offset type
Error: Undefined constant Suit::Clubs
ArgumentCountError: Suit::cases() expects exactly 0 arguments, 1 given
TypeError: Suit::from(): Argument #1 ($value) must be of type string|int, array given
bool(false)
bool(false)
bool(true)
bool(true)
bool(false)
Error: Duplicate value in enum Twice for cases A and B
