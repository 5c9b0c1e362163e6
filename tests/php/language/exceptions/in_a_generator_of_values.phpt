--TEST--
exceptions cross generators
--FILE--
<?php
function g() {
    try {
        yield 1;
        yield 2;
    } catch (Exception $e) {
        echo 'inside ', $e->getMessage(), "\n";
        yield 99;
    } finally {
        echo "closed\n";
    }
}
$g = g();
$g->current();
var_dump($g->throw(new Exception('in')));
$g->next();
var_dump($g->valid());
--EXPECT--
inside in
int(99)
closed
bool(false)
