--TEST--
exceptions: through several calls and loops
--FILE--
<?php
function deep($n) {
    foreach ([1, 2] as $x) {
        if ($n === 0) {
            throw new RuntimeException("at the bottom");
        }
        deep($n - 1);
    }
}
for ($i = 0; $i < 2; $i++) {
    try {
        deep(5);
    } catch (RuntimeException $e) {
        echo $i, $e->getMessage(), count($e->getTrace()), "\n";
    }
}
--EXPECT--
0at the bottom6
1at the bottom6
