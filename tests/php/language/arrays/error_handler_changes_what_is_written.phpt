--TEST--
An error handler that changes the variable being written: the write goes where there still is something
--FILE--
<?php
set_error_handler(function ($number, $message) { global $action; echo "[$message]\n"; $action(); return true; });
function show($what) { echo $what, ': ', json_encode($GLOBALS['a'] ?? 'unset'), "\n"; }

$a = ['x' => 1];
$action = function () { unset($GLOBALS['a']); };
$a['new']['deep'] .= 'text';
show('unset while a missing key is read');

$a = ['list' => [1, 2]];
$action = function () { $GLOBALS['copy'] = $GLOBALS['a']['list']; };
$a['list'][7] .= 'text';
show('copied while a missing key is read');
echo json_encode($copy), "\n";

$a = ['list' => [1, 2]];
$action = function () { $GLOBALS['a'] = 'a string'; };
$a['list'][2.5] = 3;
show('a string now');

$a = false;
$action = function () { $GLOBALS['a'] = ['from the handler']; };
$a[] = 'appended';
show('false became an array in the handler');

$a = ['k' => 'text'];
$action = function () { $GLOBALS['a']['more'] = 1; };
$a['k'] .= $undefined;
show('grown by the handler');

$o = new stdClass;
$o->first = 1;
$action = function () { global $o; unset($o->first); };
$o->list[0] = 'zero';
$o->count['x'] += 5;
echo json_encode($o), "\n";

class A { public static $s = ['k' => 1]; }
$action = function () { A::$s = 'replaced'; };
A::$s['k'] .= $undefined;
echo json_encode(A::$s), "\n";
$action = function () { A::$s = [1, 2]; };
A::$s .= $undefined;
echo json_encode(A::$s), "\n";
--EXPECT--
[Undefined array key "new"]
[Undefined array key "deep"]
unset while a missing key is read: "unset"
[Undefined array key 7]
copied while a missing key is read: {"list":[1,2]}
[1,2]
[Implicit conversion from float 2.5 to int loses precision]
a string now: "a string"
[Automatic conversion of false to array is deprecated]
false became an array in the handler: ["from the handler"]
[Undefined variable $undefined]
grown by the handler: {"k":"text","more":1}
[Undefined property: stdClass::$count]
[Undefined array key "x"]
{"list":["zero"],"count":{"x":5}}
[Undefined variable $undefined]
"replaced"
[Undefined variable $undefined]
[Array to string conversion]
"Array"
