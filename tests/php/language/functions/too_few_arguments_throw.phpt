--TEST--
ArgumentCountError: its text, for a user function and a builtin
--FILE--
<?php
function two($a, $b) {}
function more($a, $b, $c = 1) {}
try {
    two(1);
} catch (ArgumentCountError $e) {
    echo $e->getMessage(), "\n";
}
try {
    more();
} catch (ArgumentCountError $e) {
    echo $e->getMessage(), "\n";
}
try {
    strlen();
} catch (ArgumentCountError $e) {
    echo $e->getMessage(), "\n";
}
try {
    strlen(1, 2);
} catch (ArgumentCountError $e) {
    echo $e->getMessage(), "\n";
}
try {
    str_repeat('x');
} catch (ArgumentCountError $e) {
    echo $e->getMessage(), "\n";
}
--EXPECTF--
Too few arguments to function two(), 1 passed in %stoo_few_arguments_throw.php on line 5 and exactly 2 expected
Too few arguments to function more(), 0 passed in %stoo_few_arguments_throw.php on line 10 and at least 2 expected
strlen() expects exactly 1 argument, 0 given
strlen() expects exactly 1 argument, 2 given
str_repeat() expects exactly 2 arguments, 1 given
