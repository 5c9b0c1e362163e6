--TEST--
$a[i][j][k]: read, asked with isset() and ?? over arrays, strings, objects and nothing
--FILE--
<?php
class A implements ArrayAccess { function __construct(public $d) {} 
 function offsetExists($o): bool { echo "exists($o) "; return isset($this->d[$o]); } function offsetGet($o): mixed { echo "get($o) "; return $this->d[$o]; }
 function offsetSet($o, $v): void {} function offsetUnset($o): void {} }
$a = ['x' => ['y' => ['z' => 5, 'n' => null, 's' => 'str']], 'o' => new A(['p' => ['q' => 1], 'o' => new A(['k' => 'v'])])];
$k = 'y'; $z = 'z';
var_dump($a['x'][$k][$z], $a['x'][$k]['none'] ?? 'd', $a['nope'][$k][$z] ?? 'd2', isset($a['x']['y']['z']), isset($a['x']['y']['n']), isset($a['x']['y']['z']['w']), isset($a['x']['y']['s'][1]), isset($a['x']['y']['s'][9]), isset($a['x']['y']['s']['foo']));
var_dump($a['o']['p']['q'], $a['o']['o']['k'], isset($a['o']['p']['q']), isset($a['o']['o']['k']), isset($a['o']['zz']['k']), $a['o']['o']['k'] ?? 1, $a['o']['o']['none'] ?? 7);
var_dump(isset($undef1[1][2]), @$a['x']['no']['nokey']);
function f() { echo 'f '; return ['a' => ['b' => ['c' => 3]]]; } function g() { echo 'g '; return 'a'; }
var_dump(f()[g()]['b']['c'], isset(f()[g()]['b']['c']), isset(f()['z']['b']), f()['a']['b'] ?? 0, f()[g()]['q']['c'] ?? 'no');
try { echo $a['x'][[]]['q']; } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
try { var_dump(isset($a['x'][[]]['q'])); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
$n = null; var_dump($n['a']['b']['c'] ?? 'nn', isset($n['a']['b']));
$s = "abc"; var_dump($s[0][0][0], isset($s[0][0][0]), isset($s[0][1]), $s[1][0] ?? 'q');
$list = [[[1, 2], [3, 4]], [[5, 6]]]; $i = 1; $j = 0; var_dump($list[$i][$j][1], $list["0"]["1"]["0"], isset($list[$i][$i][$i]), empty($list[$i][$j][1]), empty($list[5][1]));
$r = &$list[1][0][1]; var_dump($list[$i][$j][1], isset($list[$i][$j][1])); $rr = &$list; var_dump($rr[0][0][0]);
--EXPECT--
int(5)
string(1) "d"
string(2) "d2"
bool(true)
bool(false)
bool(false)
bool(true)
bool(false)
bool(false)
get(p) get(o) get(k) exists(p) get(p) exists(o) get(o) exists(k) exists(zz) exists(o) get(o) exists(k) get(k) exists(o) get(o) exists(none) int(1)
string(1) "v"
bool(true)
bool(true)
bool(false)
string(1) "v"
int(7)
bool(false)
NULL
f g f g f f f g int(3)
bool(true)
bool(false)
array(1) {
  ["c"]=>
  int(3)
}
string(2) "no"
Illegal offset type
Illegal offset type
string(2) "nn"
bool(false)
string(1) "a"
bool(true)
bool(false)
string(1) "b"
int(6)
int(3)
bool(false)
bool(false)
bool(true)
int(6)
bool(true)
int(1)
