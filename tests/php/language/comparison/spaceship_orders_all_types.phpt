--TEST--
<=>: smaller, equal or greater as -1, 0, 1
--FILE--
<?php
var_dump(1 <=> 2, 2 <=> 2, 3 <=> 2, "a" <=> "b", "10" <=> "9", "10" <=> "9a", 1.5 <=> 1.5);
var_dump([1, 2] <=> [1, 3], [1, 2, 3] <=> [9, 9], true <=> false, null <=> false, null <=> "a");
--EXPECT--
int(-1)
int(0)
int(1)
int(-1)
int(1)
int(-1)
int(0)
int(-1)
int(1)
int(1)
int(0)
int(-1)
