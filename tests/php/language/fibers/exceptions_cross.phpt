--TEST--
fibers: exceptions go into a fiber and out of it; traces show who runs it
--FILE--
<?php
function waits() {
    try {
        Fiber::suspend('ready');
    } catch (LogicException $e) {
        echo 'inside: ', $e->getMessage(), "\n";
        throw new RuntimeException('out', 1, $e);
    } finally {
        echo "finally\n";
    }
}
$fiber = new Fiber('waits');
echo $fiber->start(), "\n";
try {
    $fiber->throw(new LogicException('in'));
} catch (RuntimeException $e) {
    echo 'outside: ', $e->getMessage(), ' after ', $e->getPrevious()->getMessage(), "\n";
    echo $e->getTraceAsString(), "\n";
}
var_dump($fiber->isTerminated());

function traced() {
    debug_print_backtrace();
    Fiber::suspend();
    debug_print_backtrace();
}
function begin($fiber) { $fiber->start(); }
function proceed($fiber) { call_user_func([$fiber, 'resume']); }
$fiber = new Fiber(function () { array_map('traced', []); traced(); });
begin($fiber);
proceed($fiber);

function numbers() {
    $got = yield 1;
    echo "got $got in a generator\n";
    yield Fiber::suspend('from the generator');
}
$fiber = new Fiber(function () {
    $generator = numbers();
    $generator->current();
    return $generator->send('this');
});
echo $fiber->start(), "\n";
$fiber->resume('value');
echo $fiber->getReturn(), "\n";

$fiber = new Fiber(function () { return @$undefined . Fiber::suspend() . $undefined; });
@$fiber->start();
echo $missing;
$fiber->resume();
echo $missing;
--EXPECTF--
ready
inside: in
finally
outside: out after in
#0 [internal function]: waits()
#1 %sexceptions_cross.php(15): Fiber->throw(Object(LogicException))
#2 {main}
bool(true)
#0 %sexceptions_cross.php(29): traced()
#1 [internal function]: {closure}()
#2 %sexceptions_cross.php(27): Fiber->start()
#3 %sexceptions_cross.php(30): begin(Object(Fiber))
#0 %sexceptions_cross.php(29): traced()
#1 [internal function]: {closure}()
#2 %sexceptions_cross.php(28): Fiber->resume()
#3 %sexceptions_cross.php(31): proceed(Object(Fiber))
got this in a generator
from the generator
value

Warning: Undefined variable $missing in %sexceptions_cross.php on line 49

Warning: Undefined variable $undefined in %sexceptions_cross.php on line 47

Warning: Undefined variable $missing in %sexceptions_cross.php on line 51
