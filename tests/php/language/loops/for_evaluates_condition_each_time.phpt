--TEST--
for: the condition is evaluated before each round
--FILE--
<?php
for ($i = 0; print("c"), $i < 2; $i++) {
    echo "b";
}
echo "\n", $undefined;
--EXPECTF--
cbcbc

Warning: Undefined variable $undefined in %sfor_evaluates_condition_each_time.php on line 5
