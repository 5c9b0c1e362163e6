<?php
class Counter {
    public int $count = 0;
    private int $step = 2;
    public function run(int $n): void {
        for ($i = 0; $i < $n; $i++) {
            $this->count = $this->count + $this->step;
        }
    }
}
$counter = new Counter;
$counter->run(300000);
echo $counter->count, "\n";
