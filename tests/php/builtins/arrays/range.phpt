--TEST--
range(): steps, letters, floats, downward
--FILE--
<?php
echo json_encode([range(1, 5), range(0, 10, 5), range(5, 1, 2), range('a', 'e'), range('e', 'a', 2), range(0, 1, 0.25), range(3, 3), range('1', '3'), range(10, 0, -5)]), "\n";
--EXPECT--
[[1,2,3,4,5],[0,5,10],[5,3,1],["a","b","c","d","e"],["e","c","a"],[0,0.25,0.5,0.75,1],[3],[1,2,3],[10,5,0]]
