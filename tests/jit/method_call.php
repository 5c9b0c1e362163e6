<?php
class Odds
{
    public function total(int $n): int
    {
        $total = 0;
        for ($i = 0; $i < $n; $i++) {
            $total += $this->odd($i);
        }
        return $total;
    }

    private function odd(int $i): int
    {
        return 2 * $i + 1;
    }
}
echo (new Odds())->total(300000), "\n";
