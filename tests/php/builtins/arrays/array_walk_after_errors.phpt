--TEST--
arrays: what array_walk() leaves when its callback throws
--FILE--
<?php
$list = [1, [2, 3], 'x'];
foreach (['array_walk', 'array_walk_recursive'] as $walk) {
    try {
        $walk($list, function (&$value, $key) { if ($key === 1 || $value === 'x') { throw new Exception("at $key"); } $value = [$value]; });
    } catch (Exception $e) {
        echo $e->getMessage(), "\n";
    }
    var_dump($list);
}
--EXPECT--
at 1
array(3) {
  [0]=>
  array(1) {
    [0]=>
    int(1)
  }
  [1]=>
  array(2) {
    [0]=>
    int(2)
    [1]=>
    int(3)
  }
  [2]=>
  string(1) "x"
}
at 1
array(3) {
  [0]=>
  array(1) {
    [0]=>
    array(1) {
      [0]=>
      int(1)
    }
  }
  [1]=>
  array(2) {
    [0]=>
    array(1) {
      [0]=>
      int(2)
    }
    [1]=>
    int(3)
  }
  [2]=>
  string(1) "x"
}
