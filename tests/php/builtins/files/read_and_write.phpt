--TEST--
files: write, append, read, lines, remove
--FILE--
<?php
$f = __DIR__ . '/data.txt';
var_dump(file_put_contents($f, "one\ntwo\n"), file_put_contents($f, "three", FILE_APPEND), file_get_contents($f), file($f, FILE_IGNORE_NEW_LINES), filesize($f), file_exists($f), is_dir(__DIR__));
$h = fopen($f, 'r');
while (($line = fgets($h)) !== false) {
    echo strlen($line), ' ';
}
var_dump(feof($h));
rewind($h);
echo fread($h, 3), fgetc($h) === "\n" ? 'nl' : '', ftell($h), "\n";
fclose($h);
unlink($f);
var_dump(file_exists($f), basename('/a/b.txt', '.txt'), dirname('/a/b/c'), pathinfo('/x/y.tar.gz'));
var_dump(file_get_contents($f));
--EXPECTF--
int(8)
int(5)
string(13) "one
two
three"
array(3) {
  [0]=>
  string(3) "one"
  [1]=>
  string(3) "two"
  [2]=>
  string(5) "three"
}
int(13)
bool(true)
bool(true)
4 4 5 bool(true)
onenl4
bool(false)
string(1) "b"
string(4) "/a/b"
array(4) {
  ["dirname"]=>
  string(2) "/x"
  ["basename"]=>
  string(8) "y.tar.gz"
  ["extension"]=>
  string(2) "gz"
  ["filename"]=>
  string(5) "y.tar"
}

Warning: file_get_contents(%sdata.txt): Failed to open stream: No such file or directory in %sread_and_write.php on line 14
bool(false)
