--TEST--
fibers: one that waits when the program ends runs its finally blocks, catches nothing and suspends no more
--FILE--
<?php
$fiber = new Fiber(function () {
    try {
        try {
            Fiber::suspend();
            echo "not reached\n";
        } catch (Throwable $e) {
            echo "nothing is caught\n";
        } finally {
            echo "first finally\n";
            try {
                Fiber::suspend();
            } catch (FiberError $e) {
                echo $e->getMessage(), "\n";
            }
        }
    } finally {
        echo "second finally\n";
    }
});
$fiber->start();
$exits = new Fiber(function () {
    Fiber::suspend();
    echo "exits\n";
    exit(3);
});
$exits->start();
register_shutdown_function(function () { echo "shutdown\n"; });
$exits->resume();
echo "not reached either\n";
--EXIT--
3
--EXPECT--
exits
shutdown
first finally
Cannot suspend in a force-closed fiber
second finally
