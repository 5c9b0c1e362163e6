<?php
class Wheel
{
    private int $turns = 0;

    public function turn(int $n): int
    {
        for ($i = 0; $i < $n; $i++) {
            $this->turns = ($this->turns + ($i % 7 ? $i : 1)) & 1048575;
        }
        return $this->turns;
    }
}
$wheel = new Wheel();
$wheel->turn(300000);
echo "turning\n";
flush();
while (true) {
    $wheel->turn(100000);
}
