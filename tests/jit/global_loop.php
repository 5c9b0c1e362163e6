<?php
$total = 0;
for ($i = 0; $i < 300000; $i++) {
    $total += $i % 7;
}
echo $total, "\n";
