<?php
// Which of these mean what they seem to?

var_dump(-2 ** 2, (-2) ** 2, 2 ** 3 ** 2);
var_dump(!true instanceof stdClass);
var_dump(1 + 2 . 3 + 4, '1' . 2 * 3, !0 + 1);
var_dump(true || false && false, (true or false and false));

$yes = true and false;
var_dump($yes);
$yes = true && false;
var_dump($yes);

$a = null;
var_dump($a ?? 1 + 1, 5 & 3 == 3, (5 & 3) == 1);
var_dump(10 - 2 - 3, 100 / 10 / 2, 7 <=> 3 + 4);
$i = 5;
$j = $i++ + ++$i;
var_dump($i, $j);
var_dump(true ? 'a' : (false ? 'b' : 'c'));

// ** binds tighter than the minus before it, and to the right; since PHP 8 the dot binds less tightly
// than + and -; & less than ==; `and` less than the assignment.
