--TEST--
string: __toString is called wherever text is needed
--FILE--
<?php
class Named {
    function __construct(private string $name) {}
    function __toString(): string { return "<{$this->name}>"; }
}
$n = new Named('n');
echo $n, " $n ", $n . '!', " ", strlen($n), " ", str_repeat($n, 2), " ", in_array('<n>', [$n]), " ", $n == '<n>', "\n";
var_dump((string) $n, $n instanceof Stringable);
--EXPECT--
<n> <n> <n>! 3 <n><n> 1 1
string(3) "<n>"
bool(true)
