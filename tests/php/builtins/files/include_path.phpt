--TEST--
files: the include path, for those that ask for it
--FILE--
<?php
chdir(__DIR__);
mkdir('include_path_1');
mkdir('include_path_2');
file_put_contents('include_path_2/found.txt', "there\n");
set_include_path('include_path_1:include_path_2');
var_dump(file_get_contents('found.txt', true), file('found.txt', FILE_USE_INCLUDE_PATH), readfile('found.txt', true), is_resource(fopen('found.txt', 'r', true)));
var_dump(file_put_contents('found.txt', 'new', FILE_USE_INCLUDE_PATH), file_get_contents('include_path_2/found.txt'), file_exists('found.txt'));
var_dump(@fopen('./found.txt', 'r', true), @file_get_contents('found.txt'));
unlink('include_path_2/found.txt');
rmdir('include_path_1');
rmdir('include_path_2');
--EXPECT--
there
string(6) "there
"
array(1) {
  [0]=>
  string(6) "there
"
}
int(6)
bool(true)
int(3)
string(3) "new"
bool(false)
bool(false)
bool(false)
