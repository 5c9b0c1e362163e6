<?php
// $$name is the variable whose name is in $name. Where does it end, and where does it not work?

$colour = 'red';
$name = 'colour';
echo $$name, ' ', ${'col' . 'our'}, ' ', "{${$name}}", "\n";

foreach (['width', 'height'] as $i => $dimension) {
    $$dimension = ($i + 1) * 10;
}
echo $width, 'x', $height, "\n";

$list = ['a', 'b'];
$which = 'list';
echo $$which[1], ' ', ${$which}[0], "\n";

class Shop
{
    public $tea = 3;
    const OPEN = 'nine';
    public static function greet()
    {
        return 'hello';
    }
}
$property = 'tea';
$class = 'Shop';
$method = 'greet';
echo (new $class())->$property, ' ', $class::$method(), ' ', constant("$class::OPEN"), "\n";

function inside()
{
    $name = 'GLOBALS';
    return isset($$name) ? 'found' : 'not found';
}
echo inside(), "\n";

// $$a[1] is ($$a)[1], read from left to right. Superglobals cannot be reached that way in functions.
