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
--EXPECTF--
array(10) {
  ["mediatype"]=>
  string(10) "text/plain"
  ["charset"]=>
  string(1) "x"
  ["foo"]=>
  string(3) "bar"
  ["base64"]=>
  bool(true)
  ["wrapper_type"]=>
  string(7) "RFC2397"
  ["stream_type"]=>
  string(7) "RFC2397"
  ["mode"]=>
  string(1) "r"
  ["unread_bytes"]=>
  int(0)
  ["seekable"]=>
  bool(true)
  ["uri"]=>
  string(51) "data://text/plain;charset=x;foo=bar;base64,aGVsbG8="
}

Notice: fwrite(): Stream is not writable in %surls.php on line 4
bool(false)
string(5) "hello"
string(0) ""

Warning: file_get_contents(data:;charset=UTF-8,Hello): Failed to open stream: rfc2397: illegal media type in %surls.php on line 7
bool(false)

Warning: file_get_contents(data:text,x): Failed to open stream: rfc2397: illegal media type in %surls.php on line 7
bool(false)

Warning: file_get_contents(data:a/b;x,x): Failed to open stream: rfc2397: illegal parameter in %surls.php on line 7
bool(false)

Warning: file_get_contents(data:;base64,!!): Failed to open stream: rfc2397: unable to decode in %surls.php on line 7
bool(false)
string(2) "aa"

Warning: file_get_contents(data:nocomma): Failed to open stream: rfc2397: no comma in URL in %surls.php on line 7
bool(false)

Warning: file_get_contents(data:a/b;base64;c=d,x): Failed to open stream: rfc2397: illegal parameter in %surls.php on line 7
bool(false)
string(5) "a b c"

Warning: fopen(): Invalid php:// URL specified in %surls.php on line 10

Warning: fopen(php://fd): Failed to open stream: operation failed in %surls.php on line 10
bool(false)

Warning: fopen(php://fd/): Failed to open stream: php://fd/ stream must be specified in the form php://fd/<orig fd> in %surls.php on line 10
bool(false)

Warning: fopen(php://fd/-2): Failed to open stream: The file descriptors must be non-negative numbers smaller than 20000 in %surls.php on line 10
bool(false)

Warning: fopen(php://fd/1/): Failed to open stream: php://fd/ stream must be specified in the form php://fd/<orig fd> in %surls.php on line 10
bool(false)

Warning: fopen(php://fd/77): Failed to open stream: Error duping file descriptor 77; possibly it doesn't exist: [9]: Bad file descriptor in %surls.php on line 10
bool(false)

Warning: fopen(): Invalid php:// URL specified in %surls.php on line 10

Warning: fopen(php://nosuch): Failed to open stream: operation failed in %surls.php on line 10
bool(false)

Warning: fopen(): Unable to find the wrapper "nosuch" - did you forget to enable it when you configured PHP? in %surls.php on line 10

Warning: fopen(nosuch://x): Failed to open stream: No such file or directory in %surls.php on line 10
bool(false)

Warning: fopen(): Remote host file access not supported, file://x in %surls.php on line 10

Warning: fopen(file://x): Failed to open stream: no suitable wrapper could be found in %surls.php on line 10
bool(false)

Warning: fopen(%surls.php/x): Failed to open stream: No such file or directory in %surls.php on line 10
bool(false)
bool(true)
bool(true)
bool(true)
