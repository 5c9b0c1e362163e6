<?php
function repeat(int $n): string {
    $text = '';
    for ($i = 0; $i < $n; $i++) {
        $text .= 'ab';
    }
    return $text;
}
echo strlen(repeat(300000)), "\n";
