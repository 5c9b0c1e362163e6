--TEST--
loops: sieve
--FILE--
<?php
$limit = 50;
$composite = [];
$primes = [];
for ($i = 2; $i <= $limit; $i++) {
    if (isset($composite[$i])) {
        continue;
    }
    $primes[] = $i;
    for ($j = $i * $i; $j <= $limit; $j += $i) {
        $composite[$j] = true;
    }
}
echo implode(' ', $primes), "\n";
--EXPECT--
2 3 5 7 11 13 17 19 23 29 31 37 41 43 47
