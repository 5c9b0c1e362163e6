--TEST--
[...]: arrays of one literal with string keys change without each other
--FILE--
<?php
function record($i) {
    return ['a' => $i, 'b' => [$i], 'c' => ['x' => 1, 'y' => $i * 2]];
}
$first = record(1);
$second = record(2);
$second['d'] = 5;
unset($second['b']);
$second['c']['z'] = 3;
$third = record(3);
$copy = $third;
$copy['e'] = 1;
unset($copy['a'], $third['c']);
echo json_encode([$first, $second, $third, $copy, record(4)]), "\n";
function ten($i) {
    return ['a' => $i, 'b' => $i, 'c' => $i, 'd' => $i, 'e' => $i, 'f' => $i, 'g' => $i, 'h' => $i, 'i' => $i, 'j' => $i];
}
$many = ten(1);
$more = $many;
$more['k'] = 2;
unset($more['a'], $more['k']);
$less = ten(3);
array_shift($less);
array_unshift($less, 0);
ksort($more);
echo json_encode([$many, $more, $less, ten(4)]), "\n";
var_dump(isset($more['a']), isset($many['a']), $more['j'] ?? 'none', $less['b']);
foreach ($less as $key => &$value) {
    $value = "$key!";
}
echo json_encode([$less, ten(5)]), "\n";
--EXPECT--
[{"a":1,"b":[1],"c":{"x":1,"y":2}},{"a":2,"c":{"x":1,"y":4,"z":3},"d":5},{"a":3,"b":[3]},{"b":[3],"c":{"x":1,"y":6},"e":1},{"a":4,"b":[4],"c":{"x":1,"y":8}}]
[{"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1,"j":1},{"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1,"j":1},{"0":0,"b":3,"c":3,"d":3,"e":3,"f":3,"g":3,"h":3,"i":3,"j":3},{"a":4,"b":4,"c":4,"d":4,"e":4,"f":4,"g":4,"h":4,"i":4,"j":4}]
bool(false)
bool(true)
int(1)
int(3)
[{"0":"0!","b":"b!","c":"c!","d":"d!","e":"e!","f":"f!","g":"g!","h":"h!","i":"i!","j":"j!"},{"a":5,"b":5,"c":5,"d":5,"e":5,"f":5,"g":5,"h":5,"i":5,"j":5}]
