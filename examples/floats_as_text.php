<?php
// 0.1 + 0.2 is not 0.3. Why does echo show 0.3 all the same, and what does var_dump show?

$sum = 0.1 + 0.2;
echo $sum, "\n";
var_dump($sum, $sum == 0.3, abs($sum - 0.3) < PHP_FLOAT_EPSILON);

echo 10 / 4, ' ', 10 / 5, ' ', 1e3, ' ', 1e25, ' ', -0.0, ' ', 1 / 3, "\n";
var_dump(10 / 5, 1e3, (string) 1.0, 7.0 . '');

// echo rounds to 14 significant digits (the setting `precision`); var_dump, var_export and
// json_encode write the shortest text that reads back as the same float. A float without a fraction
// loses its point as a string, so "1.0" is never what a float turns into.
