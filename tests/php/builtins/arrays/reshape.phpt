--TEST--
array_chunk(), array_column(), array_reverse(), array_flip()
--FILE--
<?php
$rows = [['id' => 3, 'n' => 'x'], ['id' => 5, 'n' => 'y']];
echo json_encode([array_chunk([1, 2, 3], 2), array_chunk(['a' => 1, 'b' => 2], 1, true), array_column($rows, 'n'), array_column($rows, 'n', 'id'), array_column($rows, null, 'id'), array_reverse([1, 'k' => 2, 3]), array_reverse([1, 2], true)]), "\n";
--EXPECT--
[[[1,2],[3]],[{"a":1},{"b":2}],["x","y"],{"3":"x","5":"y"},{"3":{"id":3,"n":"x"},"5":{"id":5,"n":"y"}},{"0":3,"k":2,"1":1},{"1":2,"0":1}]
