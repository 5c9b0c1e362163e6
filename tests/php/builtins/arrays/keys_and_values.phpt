--TEST--
array_keys(), array_values(), array_flip(), array_combine(), array_fill_keys()
--FILE--
<?php
echo json_encode([array_keys(['a' => 1, 5 => 2]), array_values(['a' => 1, 5 => 2]), array_flip(['a', 'b']), array_combine(['x', 'y'], [1, 2]), array_fill_keys(['a', 5], 0), array_fill(5, 3, 'v'), array_pad([1], 3, 0), array_pad([1], -3, 0), array_key_exists('a', ['a' => null]), array_key_first(['q' => 1]), array_key_last([]), array_is_list([1 => 1])]), "\n";
--EXPECT--
[["a",5],[1,2],{"a":0,"b":1},{"x":1,"y":2},{"a":0,"5":0},{"5":"v","6":"v","7":"v"},[1,0,0],[0,0,1],true,"q",null,false]
