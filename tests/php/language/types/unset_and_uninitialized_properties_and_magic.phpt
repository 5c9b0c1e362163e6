--TEST--
A typed property calls __get and __set when it was unset, not before it has a value
--FILE--
<?php
class Lazy {
    public int $n;
    public readonly array $fixed;
    function __get($name) { echo "get $name\n"; return '12'; }
    function __set($name, $value) { echo "set $name\n"; }
    function __isset($name) { echo "isset $name\n"; return true; }
    function __unset($name) { echo "unset $name\n"; }
    function append() { $this->fixed[] = 1; }
    function bind(&$by) { $this->fixed = &$by; }
}
function attempt($f) {
    try { $f(); } catch (Error $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
}
$o = new Lazy;
attempt(fn () => $o->n);
attempt(function () use ($o) { $o->n += 1; });
var_dump(isset($o->n), $o->n ?? 'none');
unset($o->n);
var_dump($o->n, isset($o->n));
$o->n = 5;
unset($o->n);
attempt(function () use ($o) { $o->append(); });
attempt(function () use ($o) { $a = []; $o->bind($a); });
attempt(function () use ($o) { $o->fixed['x'] .= 1; });
unset($o->fixed['nothing']['there']);
$p = new Lazy;
$p->n = 7;
var_dump($p->n);
--EXPECT--
Error: Typed property Lazy::$n must not be accessed before initialization
Error: Typed property Lazy::$n must not be accessed before initialization
bool(false)
string(4) "none"
get n
isset n
int(12)
bool(true)
set n
unset n
Error: Cannot indirectly modify readonly property Lazy::$fixed
Error: Cannot indirectly modify readonly property Lazy::$fixed
Error: Typed property Lazy::$fixed must not be accessed before initialization
int(7)
