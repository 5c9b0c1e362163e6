--TEST--
json_encode(): types, flags, objects
--FILE--
<?php
class P { public $a = 1; protected $b = 2; }
class J implements JsonSerializable { function jsonSerialize(): mixed { return ['j' => true]; } }
echo json_encode([1, 'a', null, true, 1.0, 0.1, "q\"/\u{e9}\n"]), json_encode(['k' => 1, 5 => 2]), json_encode([]), json_encode(new stdClass), json_encode(new P), json_encode(new J), json_encode([1 => 'a']), "\n";
echo json_encode(['a' => [1, 2], 'b' => new stdClass, 'c' => []], JSON_PRETTY_PRINT), "\n";
echo json_encode("a/\u{e9}", JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE), json_encode([1, 2], JSON_FORCE_OBJECT), json_encode(10.0, JSON_PRESERVE_ZERO_FRACTION), "\n";
var_dump(json_encode("\xff"), json_last_error_msg());
--EXPECT--
[1,"a",null,true,1,0.1,"q\"\/\u00e9\n"]{"k":1,"5":2}[]{}{"a":1}{"j":true}{"1":"a"}
{
    "a": [
        1,
        2
    ],
    "b": {},
    "c": []
}
"a/é"{"0":1,"1":2}10.0
bool(false)
string(56) "Malformed UTF-8 characters, possibly incorrectly encoded"
