<?php
// When is the default value of a parameter computed, and which expressions may stand there?

const BASE = 10;

class Limits
{
    const FACTOR = 2;
    public static int $made = 0;

    public function __construct(public readonly int $value = BASE * self::FACTOR)
    {
        self::$made++;
    }
}

function area(Limits $limits = new Limits(), int $times = Limits::FACTOR ** 2): int
{
    return $limits->value * $times;
}

echo Limits::$made, ' ', area(), ' ', area(), ' ', Limits::$made, "\n";
echo area(new Limits(1)), ' ', area(times: 1), ' ', Limits::$made, "\n";

function later(array $list = [1, 2], ?string $name = null): string
{
    $list[] = 3;
    return count($list) . ($name ?? ' nobody');
}
echo later(), later(), later(name: ' Ada'), "\n";

// It is computed at each call that leaves the argument out, so no call sees what another did to it.
