--TEST--
ArrayAccess: objects with []
--FILE--
<?php
class Box implements ArrayAccess {
    private $d = [];
    function offsetExists($k): bool { echo "exists($k) "; return isset($this->d[$k]); }
    function offsetGet($k): mixed { echo "get($k) "; return $this->d[$k] ?? null; }
    function offsetSet($k, $v): void { echo 'set(', var_export($k, true), ') '; if ($k === null) { $this->d[] = $v; } else { $this->d[$k] = $v; } }
    function offsetUnset($k): void { echo "unset($k) "; unset($this->d[$k]); }
}
$b = new Box;
$b['a'] = 1;
$b[] = 2;
echo $b['a'], ' ', isset($b['a']) ? 'y' : 'n', ' ', $b['zz'] ?? 'default', ' ', empty($b['a']) ? 'e' : 'f', "\n";
unset($b['a']);
$b['n'] = 5;
$b['n'] += 1;
echo $b['n'], "\n";
--EXPECT--
set('a') set(NULL) get(a) 1 exists(a) y exists(zz) default exists(a) get(a) f
unset(a) set('n') get(n) set('n') get(n) 6
