--TEST--
count(): lists, recursion, Countable
--FILE--
<?php
var_dump(count([]), count([1, [2, 3]]), count([1, [2, 3]], COUNT_RECURSIVE), count(['a' => null]), sizeof([1, 2]));
--EXPECT--
int(0)
int(2)
int(4)
int(1)
int(2)
