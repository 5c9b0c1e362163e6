--TEST--
What is assigned through a reference to a typed property is converted or refused
--FILE--
<?php
class T {
    public int $i = 5;
    public ?float $f = 1.5;
    public string $s = 'text';
    public array|string|null $n;
    public static int $static = 3;
}
function attempt($f) {
    try { $f(); } catch (Error $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
}
$t = new T;
$r = &$t->i;
var_dump($r = '42', $t->i);
attempt(function () use (&$r) { $r = 'x'; });
attempt(function () use (&$r) { $r = PHP_INT_MAX; $r++; });
attempt(function () use ($t) { $t->i++; });
attempt(function () use ($t) { $t->i .= 'x'; });
attempt(function () use (&$r) { $r = PHP_INT_MIN; --$r; });
attempt(fn () => preg_match('/x/', 'x', $t->i));
attempt(function () use ($t) { foreach ($t as $key => &$value) { if ($key == 'f') { $value = 'no number'; } } });
$both = &$t->i;
attempt(function () use ($t, &$both) { $t->f = &$both; });
$text = '7';
attempt(function () use ($t, &$text) { $t->f = &$text; });
var_dump($text);
attempt(function () use ($t, &$text) { $t->s = &$text; });
unset($t->f);
$text = 'free again';
var_dump($text);
attempt(function () { T::$static = '8'; var_dump(T::$static); T::$static = 'no'; });
attempt(function () { T::$static = PHP_INT_MAX; T::$static++; });
attempt(function () { $s = &T::$static; $s = []; });
attempt(function () use ($t) { $n = &$t->n; var_dump($n); $n[] = 1; var_dump($t->n); });
$copy = clone $t;
unset($t->i);
attempt(function () use (&$r) { $r = 'still in the copy'; });
unset($copy->i);
$r = 'in none';
var_dump($r);
$array = ['element' => &$copy->s];
attempt(function () use (&$array) { $array['element'] = []; });
attempt(function () use (&$array) { $array['element'] = 12; });
var_dump($copy->s);
--EXPECT--
int(42)
int(42)
TypeError: Cannot assign string to reference held by property T::$i of type int
TypeError: Cannot increment a reference held by property T::$i of type int past its maximal value
TypeError: Cannot increment a reference held by property T::$i of type int past its maximal value
TypeError: Cannot assign string to reference held by property T::$i of type int
TypeError: Cannot decrement a reference held by property T::$i of type int past its minimal value
TypeError: Cannot assign array to reference held by property T::$i of type int
TypeError: Cannot assign string to reference held by property T::$f of type ?float
TypeError: Reference with value of type int held by property T::$i of type int is not compatible with property T::$f of type ?float
float(7)
TypeError: Reference with value of type float held by property T::$f of type ?float is not compatible with property T::$s of type string
string(10) "free again"
int(8)
TypeError: Cannot assign string to property T::$static of type int
TypeError: Cannot increment property T::$static of type int past its maximal value
TypeError: Cannot assign array to reference held by property T::$static of type int
NULL
array(1) {
  [0]=>
  int(1)
}
TypeError: Cannot assign string to reference held by property T::$i of type int
string(7) "in none"
TypeError: Cannot assign array to reference held by property T::$s of type string
string(2) "12"
