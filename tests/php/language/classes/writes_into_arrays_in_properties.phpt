--TEST--
nested writes below properties, static properties and references
--FILE--
<?php
class Inner { public array $list = []; public $next = null; public int $n = 0; }
class Outer {
    public $a = []; private array $p = [1, 2, 3]; public Inner $inner; public readonly array $fixed; public static $s = ['x' => [1]];
    public ?Outer $left = null; public int|string $u; public float $f = 1.0; private readonly int $once;
    function __construct() { $this->inner = new Inner; $this->fixed = [1, [2]]; $this->u = 5; $this->once = 4; }
    function write() {
        $copy = $this->p;
        $this->p[0] = 'changed'; $this->p[] = 4; $this->p['k']['l'][] = 5; $this->p[1]++; $this->p[2] .= 'x';
        $this->a[1][2] = 3; $this->a['q'][] = 1; $this->a['q'][] = 2; $this->a['q'][0] += 10;
        $this->inner->list['z'][] = 1; $this->inner->list['z'][] = 2; $this->inner->n++; $this->inner->n += 5; $this->inner->next ??= new Inner;
        $this->inner->next->list[3] = 'three';
        self::$s['x'][] = 2; self::$s['y'][1] = 3; static::$s['n'] = (static::$s['n'] ?? 0) + 1;
        return [$copy, $this->p];
    }
    function fail($how) {
        try {
            if ($how == 0) $this->fixed[0] = 2;
            if ($how == 1) $this->fixed[1][0] = 2;
            if ($how == 2) $this->inner->n = 'text';
            if ($how == 3) $this->inner->n[0] = 1;
            if ($how == 4) $this->once = 5;
            if ($how == 5) $this->a[[]] = 5;
            if ($how == 6) $this->a['new'][new Inner] = 5;
            if ($how == 7) $this->left->a[1] = 5;
            if ($how == 8) $this->f = '1.5';
        } catch (Error $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
    }
}
$o = new Outer;
echo json_encode($o->write()), json_encode($o), json_encode(Outer::$s), "\n";
for ($i = 0; $i < 9; $i++) $o->fail($i);
var_dump($o->f, isset($o->left), isset($o->left->left), isset($o->u), empty($o->inner->n), isset($o->nothing), $o->left?->a, $o->u ?? 'none');
unset($o->u); var_dump(isset($o->u)); $o->u = 'again'; echo $o->u, "\n";
$copy = clone $o; $copy->a[1][2] = 'only in the copy'; echo json_encode($o->a), json_encode($copy->a), "\n";
function through(&$r) { $saved = $r; $r['a']['b'][] = 1; $r['a']['b'][0]++; $r[] = 2; return [$saved, $r]; }
$v = []; echo json_encode(through($v)), json_encode(through($v)), "\n";
function counts() { global $g; $g['n'] = ($g['n'] ?? 0) + 1; $g['list'][] = $g['n']; $g['sub']['m'] ??= 7; }
$g = []; counts(); counts(); echo json_encode($g), "\n";
$ref = &$o->a[1][2]; $c2 = $o->a; $ref = 'seen'; $o->a[1][3] = 'x'; echo json_encode($o->a), json_encode($c2), "\n";
--EXPECT--
[[1,2,3],{"0":"changed","1":3,"2":"3x","3":4,"k":{"l":[5]}}]{"a":{"1":{"2":3},"q":[11,2]},"inner":{"list":{"z":[1,2]},"next":{"list":{"3":"three"},"next":null,"n":0},"n":6},"fixed":[1,[2]],"left":null,"u":5,"f":1}{"x":[1,2],"y":{"1":3},"n":1}
Error: Cannot modify readonly property Outer::$fixed
Error: Cannot modify readonly property Outer::$fixed
TypeError: Cannot assign string to property Inner::$n of type int
Error: Cannot use a scalar value as an array
Error: Cannot modify readonly property Outer::$once
TypeError: Illegal offset type
TypeError: Illegal offset type
Error: Attempt to modify property "a" on null
float(1.5)
bool(false)
bool(false)
bool(true)
bool(false)
bool(false)
NULL
int(5)
bool(false)
again
{"1":{"2":3},"q":[11,2],"new":[]}{"1":{"2":"only in the copy"},"q":[11,2],"new":[]}
[[],{"a":{"b":[2]},"0":2}][{"a":{"b":[2]},"0":2},{"a":{"b":[3,1]},"0":2,"1":2}]
{"n":2,"list":[1,2],"sub":{"m":7}}
{"1":{"2":"seen","3":"x"},"q":[11,2],"new":[]}{"1":{"2":"seen"},"q":[11,2],"new":[]}
