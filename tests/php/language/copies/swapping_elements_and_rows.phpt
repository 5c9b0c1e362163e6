--TEST--
list assignment between elements of one array
--FILE--
<?php
$grid = [[1, 2], [3, 4]];
$copy = $grid;
[$grid[0], $grid[1]] = [$grid[1], $grid[0]];
[$grid[0][0], $grid[1][1]] = [$grid[1][1], $grid[0][0]];
echo json_encode([$grid, $copy]), "\n";
--EXPECT--
[[[2,4],[1,3]],[[1,2],[3,4]]]
