--TEST--
foreach & over rows and cells
--FILE--
<?php
$grid = [[1, 2], [3]];
$before = $grid;
foreach ($grid as &$row) {
    foreach ($row as &$cell) {
        $cell *= 2;
    }
    unset($cell);
    $row[] = 'end';
}
unset($row);
echo json_encode([$before, $grid]), "\n";
--EXPECT--
[[[1,2],[3]],[[2,4,"end"],[6,"end"]]]
