--TEST--
array_diff(), array_intersect(), array_unique() and their kin
--FILE--
<?php
echo json_encode([array_diff([1, 2, 3, '2'], ['2']), array_diff_key(['a' => 1, 'b' => 2], ['a' => 9]), array_diff_assoc(['a' => 1, 'b' => 2], ['a' => 1, 'b' => 3]), array_intersect(['x' => 'a', 'b'], ['b', 'a']), array_intersect_key(['a' => 1, 'b' => 2], ['b' => 0]), array_unique([1, '1', 2, 2.0, 'a', 'A']), array_udiff([1, 5, 3], [3], fn($a, $b) => $a <=> $b), array_count_values(['a', 'b', 'a', 1, '1'])]), "\n";
--EXPECT--
[{"0":1,"2":3},{"b":2},{"b":2},{"x":"a","0":"b"},{"b":2},{"0":1,"2":2,"4":"a","5":"A"},[1,5],{"a":2,"b":1,"1":2}]
