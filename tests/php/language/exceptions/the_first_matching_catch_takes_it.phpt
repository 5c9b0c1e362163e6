--TEST--
catch: order, several classes, parents
--FILE--
<?php
class A extends Exception {}
class B extends A {}
function f($e) {
    try {
        throw $e;
    } catch (B $x) {
        return 'B';
    } catch (InvalidArgumentException | A $x) {
        return 'A or invalid: ' . get_class($x);
    } catch (Exception) {
        return 'some exception';
    } catch (Throwable $t) {
        return 'throwable';
    }
}
echo f(new B), "\n", f(new A), "\n", f(new InvalidArgumentException), "\n", f(new RuntimeException), "\n", f(new Error), "\n";
--EXPECT--
B
A or invalid: A
A or invalid: InvalidArgumentException
some exception
throwable
