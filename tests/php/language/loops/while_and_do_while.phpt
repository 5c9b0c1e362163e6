--TEST--
while tests first, do-while last
--FILE--
<?php
$i = 3;
while ($i > 0) {
    echo $i--;
}
do {
    echo 'once';
} while ($i > 0);
while (--$i > -3);
echo $i, "\n";
--EXPECT--
321once-3
