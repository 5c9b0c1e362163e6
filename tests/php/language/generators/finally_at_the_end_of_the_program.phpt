--TEST--
generators: the finally blocks of those that are not finished run when the program ends
--FILE--
<?php
function g($name) {
    try {
        try {
            yield 1;
            yield 2;
        } catch (Throwable $e) {
            echo "never\n";
        } finally {
            echo "inner $name\n";
        }
    } finally {
        echo "outer $name\n";
    }
    echo "never\n";
}
$a = g('a');
$a->current();
$b = g('b');
$c = g('c');
foreach ($c as $x) echo $x, "\n";
echo "end\n";
--EXPECT--
1
2
inner c
outer c
never
end
inner a
outer a
