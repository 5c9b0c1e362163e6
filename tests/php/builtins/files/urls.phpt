--TEST--
files: data:, php://fd and file:// URLs, good and bad
--FILE--
<?php
var_dump(stream_get_meta_data(fopen('data://text/plain;charset=x;foo=bar;base64,aGVsbG8=', 'r')));
$f = fopen('data:,hello', 'r');
var_dump(fwrite($f, 'x'), fread($f, 10));
foreach (['data:,', 'data:;charset=UTF-8,Hello', 'data:text,x', 'data:a/b;x,x', 'data:;base64,!!', 'data:text/plain;base64=1,aa', 'data:nocomma',
    'data:a/b;base64;c=d,x', 'data:,a%20b+c'] as $url) {
    var_dump(file_get_contents($url));
}
foreach (['php://fd', 'php://fd/', 'php://fd/-2', 'php://fd/1/', 'php://fd/77', 'php://nosuch', 'nosuch://x', 'file://x', __FILE__ . '/x'] as $url) {
    var_dump(fopen($url, 'w'));
}
var_dump(is_resource(fopen('file://' . __FILE__, 'r')), is_resource(fopen('FILE://localhost' . __FILE__, 'r')), is_resource(fopen('php://fd/2', 'w')));
