<?php
function squares(int $n): array {
    $squares = [];
    for ($i = 0; $i < $n; $i++) {
        $squares[] = $i * $i;
    }
    return $squares;
}
echo count(squares(300000)), "\n";
