--TEST--
eval: variables, a result, functions, parse errors
--FILE--
<?php
$x = 5;
var_dump(eval('$y = $x * 2; return $y + 1;'), $y, eval('1;'));
eval('function made() { return __LINE__; }');
var_dump(made());
try {
    eval('$x = ;');
} catch (ParseError $e) {
    echo $e->getMessage(), ' on line ', $e->getLine(), "\n";
}
--EXPECT--
int(11)
int(10)
NULL
int(1)
syntax error, unexpected token ";" on line 1
