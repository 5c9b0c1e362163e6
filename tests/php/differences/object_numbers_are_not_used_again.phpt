--TEST--
The number of a discarded object is not given to the next one
--FILE--
<?php
function discard() { new stdClass; new stdClass; }
discard();
var_dump(new stdClass);
--EXPECT--
object(stdClass)#1 (0) {
}
--OURS--
object(stdClass)#3 (0) {
}
--WHY--
PHP counts who holds an object and knows at once when it is gone. This engine does not count objects (yet): a garbage collector
finds out later. Two objects that live at the same time never share a number.
