--TEST--
array_merge(), array_merge_recursive(), array_replace(), +
--FILE--
<?php
echo json_encode([array_merge([1, 2], [3], ['a' => 1], ['a' => 2, 5 => 'n']), array_merge(), array_merge_recursive(['a' => [1], 'b' => 2], ['a' => [3], 'b' => 4]), array_replace([1, 2, 3], [1 => 'b'], [3 => 'd']), array_replace_recursive(['x' => ['y' => 1, 'z' => 2]], ['x' => ['y' => 9]])]), "\n";
--EXPECT--
[{"0":1,"1":2,"2":3,"a":2,"3":"n"},[],{"a":[1,3],"b":[2,4]},[1,"b",3,"d"],{"x":{"y":9,"z":2}}]
