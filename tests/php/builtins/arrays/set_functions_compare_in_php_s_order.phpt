--TEST--
array_udiff() and its kin sort all arrays and walk them side by side: the callbacks see PHP's pairs in PHP's order
--FILE--
<?php
function order($a, $b) {
    echo json_encode($a), ':', json_encode($b), ' ';
    return $a <=> $b;
}
$first = ['x' => 3, 5 => 1, 'y' => 2, 6 => 3, 7 => 9];
$second = [5 => 2, 'x' => 3, 8 => 4];
$third = ['y' => 2, 6 => 3];
$functions = ['array_udiff', 'array_uintersect', 'array_diff_ukey', 'array_intersect_ukey', 'array_diff_uassoc',
    'array_intersect_uassoc', 'array_udiff_assoc', 'array_uintersect_assoc'];
foreach ($functions as $function) {
    echo $function, "\n";
    echo "\n  ", json_encode($function($first, $second, $third, 'order')), "\n";
    echo "\n  ", json_encode($function($first, $first, 'order')), "\n";
    echo "\n  ", json_encode($function($second, [], 'order')), "\n";
}
foreach (['array_udiff_uassoc', 'array_uintersect_uassoc'] as $function) {
    echo $function, "\n";
    echo "\n  ", json_encode($function($first, $second, $third, 'order', 'order')), "\n";
}
var_dump(array_intersect([[1], 2, 'b'], [[3], 'b']));
--EXPECTF--
array_udiff

  3:1 2:1 3:2 3:3 3:9 2:3 3:4 2:3 1:2 1:2 1:2 2:2 2:3 3:3 3:3 3:9 9:4 9:2 9:3 {"5":1,"7":9}

  3:1 2:1 3:2 3:3 3:9 3:1 2:1 3:2 3:3 3:9 1:1 1:2 2:2 2:3 3:3 3:3 3:9 9:3 9:9 []

  2:3 3:4 2:3 3:4 {"5":2,"x":3,"8":4}
array_uintersect

  3:1 2:1 3:2 3:3 3:9 2:3 3:4 2:3 1:2 2:2 2:2 2:2 2:3 3:3 3:3 3:3 3:9 9:4 {"x":3,"y":2,"6":3}

  3:1 2:1 3:2 3:3 3:9 3:1 2:1 3:2 3:3 3:9 1:1 1:2 2:2 2:3 3:3 3:3 3:9 9:3 9:9 {"x":3,"5":1,"y":2,"6":3,"7":9}

  2:3 3:4 []
array_diff_ukey

  "x":5 "y":5 "x":"y" "y":6 "x":6 5:6 "y":7 "x":7 6:7 5:"x" "x":8 5:8 "y":6 5:5 6:5 6:8 6:"x" 6:6 7:5 7:8 7:"x" 7:6 7:"y" "x":5 "x":8 "x":"x" "y":5 "y":8 "y":"x" "y":6 "y":"y" {"7":9}

  "x":5 "y":5 "x":"y" "y":6 "x":6 5:6 "y":7 "x":7 6:7 "x":5 "y":5 "x":"y" "y":6 "x":6 5:6 "y":7 "x":7 6:7 5:5 6:5 6:6 7:5 7:6 7:7 "x":5 "x":6 "x":7 "x":"x" "y":5 "y":6 "y":7 "y":"x" "y":"y" []

  5:"x" "x":8 5:8 {"5":2,"x":3,"8":4}
array_intersect_ukey

  "x":5 "y":5 "x":"y" "y":6 "x":6 5:6 "y":7 "x":7 6:7 5:"x" "x":8 5:8 "y":6 5:5 5:6 6:8 7:8 "x":8 "x":"x" "x":6 "x":"y" []

  "x":5 "y":5 "x":"y" "y":6 "x":6 5:6 "y":7 "x":7 6:7 "x":5 "y":5 "x":"y" "y":6 "x":6 5:6 "y":7 "x":7 6:7 5:5 6:6 7:7 "x":"x" "y":"y" {"x":3,"5":1,"y":2,"6":3,"7":9}

  5:"x" "x":8 5:8 []
array_diff_uassoc

  "x":5 "y":5 "x":"y" "y":6 "x":6 5:6 "y":7 "x":7 6:7 5:"x" "x":8 5:8 "y":6 5:5 5:6 5:"y" 6:5 6:8 6:"x" 6:6 7:5 7:8 7:"x" 7:6 7:"y" "x":5 "x":8 "x":"x" "y":5 "y":8 "y":"x" "y":6 "y":"y" {"5":1,"7":9}

  "x":5 "y":5 "x":"y" "y":6 "x":6 5:6 "y":7 "x":7 6:7 "x":5 "y":5 "x":"y" "y":6 "x":6 5:6 "y":7 "x":7 6:7 5:5 6:5 6:6 7:5 7:6 7:7 "x":5 "x":6 "x":7 "x":"x" "y":5 "y":6 "y":7 "y":"x" "y":"y" []

  5:"x" "x":8 5:8 {"5":2,"x":3,"8":4}
array_intersect_uassoc

  "x":5 "y":5 "x":"y" "y":6 "x":6 5:6 "y":7 "x":7 6:7 5:"x" "x":8 5:8 "y":6 5:5 6:5 6:8 7:8 "x":8 "x":"x" "x":6 "x":"y" []

  "x":5 "y":5 "x":"y" "y":6 "x":6 5:6 "y":7 "x":7 6:7 "x":5 "y":5 "x":"y" "y":6 "x":6 5:6 "y":7 "x":7 6:7 5:5 6:6 7:7 "x":"x" "y":"y" {"x":3,"5":1,"y":2,"6":3,"7":9}

  5:"x" "x":8 5:8 []
array_udiff_assoc

  3:3 1:2 2:2 3:3 {"5":1,"7":9}

  3:3 1:1 2:2 3:3 9:9 []

  {"5":2,"x":3,"8":4}
array_uintersect_assoc

  3:3 1:2 []

  3:3 1:1 2:2 3:3 9:9 {"x":3,"5":1,"y":2,"6":3,"7":9}

  []
array_udiff_uassoc

  "x":5 "y":5 "x":"y" "y":6 "x":6 5:6 "y":7 "x":7 6:7 5:"x" "x":8 5:8 "y":6 5:5 1:2 5:6 5:"y" 6:5 6:8 6:"x" 6:6 3:3 7:5 7:8 7:"x" 7:6 7:"y" "x":5 "x":8 "x":"x" 3:3 "y":5 "y":8 "y":"x" "y":6 "y":"y" 2:2 {"5":1,"7":9}
array_uintersect_uassoc

  "x":5 "y":5 "x":"y" "y":6 "x":6 5:6 "y":7 "x":7 6:7 5:"x" "x":8 5:8 "y":6 5:5 1:2 6:5 6:8 7:8 "x":8 "x":"x" 3:3 "x":6 "x":"y" []

Warning: Array to string conversion in %sset_functions_compare_in_php_s_order.php on line 21

Warning: Array to string conversion in %sset_functions_compare_in_php_s_order.php on line 21

Warning: Array to string conversion in %sset_functions_compare_in_php_s_order.php on line 21

Warning: Array to string conversion in %sset_functions_compare_in_php_s_order.php on line 21

Warning: Array to string conversion in %sset_functions_compare_in_php_s_order.php on line 21

Warning: Array to string conversion in %sset_functions_compare_in_php_s_order.php on line 21

Warning: Array to string conversion in %sset_functions_compare_in_php_s_order.php on line 21

Warning: Array to string conversion in %sset_functions_compare_in_php_s_order.php on line 21

Warning: Array to string conversion in %sset_functions_compare_in_php_s_order.php on line 21
array(2) {
  [0]=>
  array(1) {
    [0]=>
    int(1)
  }
  [2]=>
  string(1) "b"
}
