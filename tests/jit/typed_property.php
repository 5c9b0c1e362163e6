<?php
class Account
{
    private int $sum = 0;

    public function pay(int $n): int
    {
        for ($i = 0; $i < $n; $i++) {
            $this->sum += $i & 7;
        }
        return $this->sum;
    }
}
echo (new Account())->pay(300000), "\n";
