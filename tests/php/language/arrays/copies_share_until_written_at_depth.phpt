--TEST--
nested write: only the path that is written is separated
--FILE--
<?php
$row = [1, 2];
$grid = [$row, $row];
$grid[0][1] = 'x';
$copy = $grid;
$copy[1][] = 'y';
$row[] = 'z';
echo json_encode([$row, $grid, $copy]), "\n";
--EXPECT--
[[1,2,"z"],[[1,"x"],[1,2]],[[1,"x"],[1,2,"y"]]]
