--TEST--
The message of assert() has classes, functions and every statement in them.
--FILE--
<?php
function t($f) { try { $f(); } catch (Error $e) { echo $e->getMessage(), "\n"; } }
t(fn() => assert(0 && -$a++ && ++$a->b && -(++$a)));
t(fn() => assert(0 && function () { try { a(); } catch (A|B $e) { } catch (\C) {} finally { b(); } }));
t(fn() => assert(0 && new class { function __construct(public int $a, private readonly ?int $b = 1) {} }));
t(fn() => assert(0 && function () { for (print 1, yield 2; $a xor $b; yield) {} }));
t(fn() => assert(0 && [...$a, 1 => print 2, f(...$x, a: yield 1)]));
t(fn() => assert(0 && match(true) { 1 xor 2, print 3 => function () { a(); match(1) { default => 1 }; }, default => 3 }));
t(fn() => assert(0 && "a$b[0] {$c->d} ${e}[f] {$g}h {$g}[0]" . 'x' . <<<"X"
 a $b
 c
 X));
t(fn() => assert(0 && function () { l: goto l; declare(ticks=1) { a(); } declare(ticks=2); ?>html<?php static $a, $b = 1; global $x, $$y; unset($a, $b); isset($a, $b); 
 abstract class A extends \B\C implements D, \E { use T, \U { a as b; T::c as protected; d as public e; T::x insteadof U, \V; } final const A = 1, B = 2; var $x = 1; public static ?int $y; readonly int $z; abstract protected function f(); final static function &g(self|\A $a, A&B $x, &...$z): static { return 1; } private const X = 'a'; }
 interface I extends J, \K { function a(int $a = self::X): void; } trait T2 { } final readonly class Z {} enum S: string implements Q { case A = 'a'; #[X(1, y: 2), Y] #[Z] case B; const C = self::A; }
 function &named(#[P] $a = [1, 'x' => 2] + array()) { return static fn&(...$a) => $a; } 
 }));
t(fn() => assert(0 && new #[A] class(1) extends X { }));
t(fn() => assert(0 && f(...) && $a->b(...) && A::c(...) && $a?->{'b c'} && A::$$b && A::{$x}() && $a::class && 'X'::Y && new $a->b(1) && new ($x . 'a')));
t(fn() => assert(0 && (int)$a ** -1 . 'x' . 1.5 . 1e100 . namespace\f() . \strlen('x') . `ls $x` . `ls` . @$a . include 'x' . eval('y') . exit . exit(1) . die('a') . clone $a . !$a instanceof B));
t(fn() => assert(0 && ($a ?: $b ? $c : ($d ?: $e)) && ($a ?? $b ?? $c) && ($a = $b = $c) && ($a =& $b) && ($a .= 'x') && ($a ??= 1) && list($a, 'k' => list(, $b)) = [1] && throw new E));
t(fn() => assert(0 && function () use ($a, &$b) { if ($a) b(); elseif ($c) { d(); } else if ($e) f(); else { g(); } while (1) break; do { continue 2; } while (0); switch ($a) { case 1: case 2: x(); default: y(); } foreach ($a as $k => &$v) ; foreach ($a as [$x, $y]) { z(); } return; yield; yield 1 => 2; $x = yield from y(); echo 1, 2; }));
--EXPECT--
assert(0 && -($a++) && ++$a->b && -(++$a))
assert(0 && function () {
    try {
        a();
    } catch (A|B $e) {
    } catch (C) {
    } finally {
        b();
    }
})
assert(0 && new class {
    public function __construct(int $a, ?int $b = 1) {
    }

})
assert(0 && function () {
    for (print 1, yield 2; $a xor $b; yield ) {
    }
})
assert(0 && match (true) {
    1 xor 2, print 3 => function () {
    a();
    match (1) {
        default => 1,
    };
},
    default => 3,
})
assert(0 && "a{$b[0]} {$c->d} {$e}[f] {$g}h {$g}[0]" . 'x' . "a $b\nc")
assert(0 && function () {
    l:
    goto l;
    declare(ticks = 1) {
        a();
    }
    declare(ticks = 2);
    echo 'html';
    static $a;
    static $b = 1;
    global $x;
    global $$y;
    unset($a);
    unset($b);
    isset($a) && isset($b);
    abstract class A extends \B\C implements D, E {
        use T, U {
            a as b;
            T::c as protected;
            d as public e;
            T::x insteadof U, V;
        }
        public const A = 1, B = 2;
        public $x = 1;
        public static ?int $y;
        readonly int $z;
        protected abstract function f();

        public static final function &g(self|\A $a, A&B $x, &...$z): static {
            return 1;
        }

        private const X = 'a';
    }

    interface I implements J, K {
        public function a(int $a = self::X): void;

    }

    trait T2 {
    }

    final readonly class Z {
    }

    enum S: string implements Q {
        case A = 'a';
        #[X(1, y: 2), Y]
        #[Z]
        case B;
        public const C = self::A;
    }

    function &named(#[P] $a = [1, 'x' => 2] + []) {
        return static fn&(...$a) => $a;
    }

})
assert(0 && new #[A] class(1) extends X {
})
assert(0 && f(...) && $a->b(...) && A::c(...) && $a?->{b c} && A::$$b && A::$x() && $a::class && \X::Y && new $a->b(1) && new $x . 'a'())
assert(0 && (int)$a ** (-1) . 'x' . 1.5 . 1.0E+100 . namespace\f() . \strlen('x') . `ls $x` . `ls` . @$a . include('x' . eval('y') . exit . exit(1) . exit('a') . clone $a . !$a instanceof B))
assert(0 && ($a ?: $b ? $c : ($d ?: $e)) && ($a ?? $b ?? $c) && ($a = $b = $c) && ($a =& $b) && ($a .= 'x') && ($a ??= 1) && ([$a, 'k' => [, $b]] = [1] && throw new E()))
assert(0 && function () use($a, &$b) {
    if ($a) {
        b();
    } elseif ($c) {
        d();
    } else if ($e) {
        f();
    } else {
        g();
    }
    while (1) {
        break;
    }
    do {
        continue 2;
    } while (0);
    switch ($a) {
        case 1:
        case 2:
            x();
        default:
            y();
    }
    foreach ($a as $k => &$v) {
    }
    foreach ($a as [$x, $y]) {
        z();
    }
    return;
    yield ;
    yield 1 => 2;
    $x = (yield from y());
    echo 1;
    echo 2;
})
