--TEST--
files: positions behind all numbers
--FILE--
<?php
foreach ([fopen(__FILE__, 'r'), fopen('php://memory', 'w+')] as $f) {
    fgetc($f);
    fwrite($f, 'abc');
    foreach ([SEEK_CUR, SEEK_END, SEEK_SET] as $from) {
        var_dump(@fseek($f, PHP_INT_MIN, $from));
    }
    var_dump(fseek($f, PHP_INT_MAX, SEEK_CUR));
}
--EXPECTF--

Notice: fwrite(): Write of 3 bytes failed with errno=9 Bad file descriptor in %sfar_positions.php on line 4
int(-1)
int(-1)
int(-1)
int(-1)
int(-1)
int(-1)
int(-1)
int(-1)
