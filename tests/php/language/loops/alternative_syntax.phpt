--TEST--
if: while: for: foreach: switch: with their end words
--FILE--
<?php
if (false):
    echo 'a';
elseif (true):
    echo 'b';
else:
    echo 'c';
endif;
for ($i = 0; $i < 2; $i++):
    echo $i;
endfor;
foreach ([3, 4] as $v):
    echo $v;
endforeach;
while ($i-- > 0):
    echo '.';
endwhile;
switch ($v):
    case 4:
        echo 'four';
endswitch;
echo "\n";
--EXPECT--
b0134..four
