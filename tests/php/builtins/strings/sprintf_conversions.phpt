--TEST--
sprintf(): every conversion
--FILE--
<?php
echo sprintf('%d|%5d|%-5d|%05d|%+d|%x|%X|%o|%b|%c|%e|%E|%.2e|%f|%.1f|%10.3f|%-10.2f|%u|%s|%10s|%-10s|%\'*10s|%%|%5.1f', 42, 42, 42, 42, 42, 255, 255, 8, 5, 65, 1234.5678, 0.00012, 1234.5678, 1.5, 2.25, 3.14159, 2.5, 3, 'str', 'right', 'left', 'pad', 9.96), "\n";
echo sprintf('%2$s %1$s %2$05d', 'a', 7), sprintf('%s %s %s', true, null, 1.0), sprintf('%.3s|%g|%G', 'truncated', 0.00001234, 1e20), "\n";
var_dump(sprintf('%d', '12abc'), sprintf('%d', 1e10), sprintf('%s', 1e25), sprintf('%05.1f', -1.25), sprintf('%u', -1), sprintf('%x', -1));
--EXPECT--
42|   42|42   |00042|+42|ff|FF|10|101|A|1.234568e+3|1.200000E-4|1.23e+3|1.500000|2.2|     3.142|2.50      |3|str|     right|left      |*******pad|%| 10.0
7 a 000071  1tru|1.234e-5|1.0E+20
string(2) "12"
string(11) "10000000000"
string(7) "1.0E+25"
string(5) "-01.2"
string(20) "18446744073709551615"
string(16) "ffffffffffffffff"
