--TEST--
[...]: an exception in the middle of a literal with string keys
--FILE--
<?php
function count_up() {
    static $n = 0;
    if (++$n % 3 == 0) {
        throw new Exception("at $n");
    }
    return [$n];
}
for ($i = 0; $i < 4; $i++) {
    try {
        $record = ['p' => count_up(), 'q' => ['r' => count_up()], 's' => 1];
        echo json_encode($record), "\n";
    } catch (Exception $e) {
        echo $e->getMessage(), "\n";
    }
}
echo json_encode(['p' => count_up(), 'p' => count_up()]), json_encode(['1' => 1, 'p' => $i]), "\n";
--EXPECT--
{"p":[1],"q":{"r":[2]},"s":1}
at 3
{"p":[4],"q":{"r":[5]},"s":1}
at 6
{"p":[8]}{"1":1,"p":4}
