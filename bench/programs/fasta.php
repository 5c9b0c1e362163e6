<?php
// DNA as text: a linear congruential generator picks letters by weight, lines are put together.

function next_random(&$seed)
{
    $seed = ($seed * 3877 + 29573) % 139968;
    return $seed / 139968;
}

function cumulate($weights)
{
    $sum = 0.0;
    $table = [];
    foreach ($weights as $letter => $weight) {
        $sum += $weight;
        $table[$letter] = $sum;
    }
    return $table;
}

function pick($table, $random)
{
    foreach ($table as $letter => $limit) {
        if ($random < $limit) {
            break;
        }
    }
    return $letter;
}

function random_lines($title, $weights, $n, &$seed)
{
    $table = cumulate($weights);
    $text = ">$title\n";
    while ($n > 0) {
        $width = min($n, 60);
        $line = '';
        for ($i = 0; $i < $width; $i++) {
            $line .= pick($table, next_random($seed));
        }
        $text .= $line . "\n";
        $n -= $width;
    }
    return $text;
}

function repeated_lines($title, $sequence, $n)
{
    $length = strlen($sequence);
    $doubled = $sequence . $sequence;
    $text = ">$title\n";
    $position = 0;
    while ($n > 0) {
        $width = min($n, 60);
        $text .= substr($doubled, $position, $width) . "\n";
        $position = ($position + $width) % $length;
        $n -= $width;
    }
    return $text;
}

function checksum($text)
{
    $sum = 0;
    $length = strlen($text);
    for ($i = 0; $i < $length; $i++) {
        $sum = ($sum * 31 + ord($text[$i])) % 1000003;
    }
    return $sum;
}

function bench_fasta($n)
{
    $seed = 42;
    $ambiguous = ['a' => 0.27, 'c' => 0.12, 'g' => 0.12, 't' => 0.27, 'B' => 0.02, 'D' => 0.02, 'H' => 0.02,
        'K' => 0.02, 'M' => 0.02, 'N' => 0.02, 'R' => 0.02, 'S' => 0.02, 'V' => 0.02, 'W' => 0.02, 'Y' => 0.02];
    $frequencies = ['a' => 0.30295, 'c' => 0.19798, 'g' => 0.19755, 't' => 0.30152];
    $text = repeated_lines('repeated', 'GATTACACATTAGGACCATGACTAGCATTTACCGGGTACA', $n * 2)
        . random_lines('ambiguous', $ambiguous, $n * 3, $seed)
        . random_lines('weighted', $frequencies, $n * 5, $seed);
    return strlen($text) . '/' . checksum($text);
}

$rounds = (int) ($argv[1] ?? 1);
$n = (int) ($argv[2] ?? 400000);
for ($round = 1; $round <= $rounds; $round++) {
    $start = hrtime(true);
    $result = bench_fasta($n);
    $elapsed = hrtime(true) - $start;
    echo "round $round $elapsed $result\n";
}
