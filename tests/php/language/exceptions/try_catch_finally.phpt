--TEST--
try: what runs when
--FILE--
<?php
function f($throw) {
    try {
        echo 'try ';
        if ($throw) {
            throw new Exception('thrown');
        }
        echo 'not thrown ';
    } catch (Exception $e) {
        echo 'caught ', $e->getMessage(), ' ';
    } finally {
        echo 'finally ';
    }
    echo "after\n";
}
f(false);
f(true);
--EXPECT--
try not thrown finally after
try caught thrown finally after
