<?php
class Maths
{
    const STEP = 3;

    public static function next(int $i): int
    {
        return $i + self::STEP;
    }
}
function run(int $n): int {
    $i = 0;
    while ($i < $n) {
        $i = Maths::next($i);
    }
    return $i;
}
echo run(900000), "\n";
