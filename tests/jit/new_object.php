<?php
class Point
{
    public function __construct(public int $x, public int $y)
    {
    }

    public function length(): int
    {
        return $this->x + $this->y;
    }
}
function run(int $n): int {
    $total = 0;
    for ($i = 0; $i < $n; $i++) {
        $point = new Point($i, 1);
        $total += $point->length();
    }
    return $total;
}
echo run(300000), "\n";
