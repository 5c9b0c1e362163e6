<?php
// A string is a row of bytes. What do brackets, negative offsets and writing beyond the end do?

set_error_handler(fn($level, $message) => print("[$message]\n"));

$word = 'hello';
echo $word[0], $word[-1], ' ', "$word[1] {$word[-2]}", "\n";

$word[0] = 'J';
$word[-1] = 'yes';
$word[7] = '!';
var_dump($word);

var_dump(isset($word[2]), isset($word[20]), $word[20] ?? 'none', isset($word['x']), isset($word['1']));

$text = 'né';
echo strlen($text), ' ', bin2hex($text), ' ', bin2hex($text[1]), "\n";

try {
    $word[] = 'x';
} catch (Error $error) {
    echo $error->getMessage(), "\n";
}
try {
    echo $word['x'];
} catch (TypeError $error) {
    echo $error->getMessage(), "\n";
}

// Writing takes only the first byte of what is assigned, and fills a gap with spaces. strlen() and
// brackets count bytes, not characters: é has two.
