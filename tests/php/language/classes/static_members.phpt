--TEST--
static: properties and methods belong to the class
--FILE--
<?php
class Counter {
    public static $count = 0;
    static $log = [];
    static function add($what) {
        self::$count++;
        static::$log[] = $what;
        return new static;
    }
}
class Sub extends Counter {}
Counter::add('a');
Sub::add('b');
Sub::$count += 10;
$class = 'Counter';
var_dump(Counter::$count, $class::$log, $class::add('c') instanceof Counter, get_class(Sub::add('d')));
--EXPECT--
int(12)
array(2) {
  [0]=>
  string(1) "a"
  [1]=>
  string(1) "b"
}
bool(true)
string(3) "Sub"
