--TEST--
warnings: the line of the part that warns
--FILE--
<?php
$list = [
    1,
    $undefined_one,
    2,
];
$x = strlen('a')
    + $undefined_two
    + 1;
foo(
    $undefined_three,
    4
);
function foo($a, $b) {
    echo $a,
        $undefined_four,
        $b, "\n";
}
--EXPECTF--

Warning: Undefined variable $undefined_one in %slines_of_warnings_in_long_statements.php on line 4

Warning: Undefined variable $undefined_two in %slines_of_warnings_in_long_statements.php on line 8

Warning: Undefined variable $undefined_three in %slines_of_warnings_in_long_statements.php on line 11

Warning: Undefined variable $undefined_four in %slines_of_warnings_in_long_statements.php on line 16
4
