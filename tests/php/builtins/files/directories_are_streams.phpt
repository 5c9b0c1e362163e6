--TEST--
files: an opendir() handle is a stream without bytes
--FILE--
<?php
$name = __DIR__ . '/directories_are_streams';
mkdir($name);
touch("$name/inside");
$d = opendir($name);
var_dump(get_resource_type($d));
$calls = ['fread' => [3], 'fgets' => [], 'fgetc' => [], 'feof' => [], 'fflush' => [], 'fwrite' => ['x'], 'ftruncate' => [0], 'fstat' => [],
    'stream_get_contents' => [], 'fpassthru' => [], 'stream_get_meta_data' => [], 'fgetcsv' => [], 'fputcsv' => [[1]], 'rewind' => []];
foreach ($calls as $call => $arguments) {
    echo "$call: ";
    var_dump($call($d, ...$arguments));
}
$count = 0;
while (readdir($d) !== false) {
    $count++;
}
var_dump($count, feof($d), fseek($d, 0), readdir($d) !== false, fclose($d));
closedir($d);
foreach (['closedir', 'readdir', 'fread'] as $call) {
    try { $call($d, 1); } catch (Error $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
}
try { closedir($d); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
try { readdir(fopen(__FILE__, 'r')); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
var_dump(readfile($name), file($name), fread(fopen($name, 'r'), 10));
unlink("$name/inside");
rmdir($name);
--EXPECTF--
string(6) "stream"
fread: bool(false)
fgets: bool(false)
fgetc: bool(false)
feof: bool(false)
fflush: bool(true)
fwrite: 
Notice: fwrite(): Stream is not writable in %sdirectories_are_streams.php on line 11
bool(false)
ftruncate: 
Warning: ftruncate(): Can't truncate this stream! in %sdirectories_are_streams.php on line 11
bool(false)
fstat: bool(false)
stream_get_contents: string(0) ""
fpassthru: int(-1)
stream_get_meta_data: array(8) {
  ["timed_out"]=>
  bool(false)
  ["blocked"]=>
  bool(true)
  ["eof"]=>
  bool(false)
  ["wrapper_type"]=>
  string(9) "plainfile"
  ["stream_type"]=>
  string(3) "dir"
  ["mode"]=>
  string(1) "r"
  ["unread_bytes"]=>
  int(0)
  ["seekable"]=>
  bool(true)
}
fgetcsv: bool(false)
fputcsv: 
Notice: fputcsv(): Stream is not writable in %sdirectories_are_streams.php on line 11
bool(false)
rewind: bool(true)

Warning: fclose(): 5 is not a valid stream resource in %sdirectories_are_streams.php on line 17
int(3)
bool(false)
int(0)
bool(true)
bool(false)
ArgumentCountError: closedir() expects at most 1 argument, 2 given
ArgumentCountError: readdir() expects at most 1 argument, 2 given
TypeError: fread(): supplied resource is not a valid stream resource
closedir(): supplied resource is not a valid Directory resource
readdir(): Argument #1 ($dir_handle) must be a valid Directory resource

Notice: readfile(): Read of 8192 bytes failed with errno=21 Is a directory in %sdirectories_are_streams.php on line 24

Notice: file(): Read of 8192 bytes failed with errno=21 Is a directory in %sdirectories_are_streams.php on line 24

Notice: fread(): Read of 8192 bytes failed with errno=21 Is a directory in %sdirectories_are_streams.php on line 24
int(-1)
array(0) {
}
bool(false)
