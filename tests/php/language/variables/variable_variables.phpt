--TEST--
$$name: a variable named by another's value
--FILE--
<?php
$name = 'target';
$$name = 5;
var_dump($target, $$name, ${'tar' . 'get'});
$chain = 'name';
var_dump($$$chain);
${'odd name'} = 1;
var_dump(${'odd name'});
--EXPECT--
int(5)
int(5)
int(5)
int(5)
int(1)
