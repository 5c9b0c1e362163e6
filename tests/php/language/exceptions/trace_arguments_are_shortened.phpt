--TEST--
getTraceAsString(): how arguments look
--FILE--
<?php
function f(...$all) {
    throw new Exception;
}
try {
    f(1, -2.5, 'fifteen charact', 'sixteen characte', true, null, [1], new stdClass, STDIN, 1.0, "line\nbreak", "quo'te");
} catch (Exception $e) {
    echo $e->getTraceAsString(), "\n";
}
--EXPECTF--
#0 %strace_arguments_are_shortened.php(6): f(1, -2.5, 'fifteen charact', 'sixteen charact...', true, NULL, Array, Object(stdClass), Resource id #1, 1.0, 'line\nbreak', 'quo'te')
#1 {main}
