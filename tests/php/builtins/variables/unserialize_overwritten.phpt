--TEST--
variables: unserialize() with numbers of values that others took the place of
--FILE--
<?php
foreach (['a:3:{i:0;a:1:{i:0;i:7;}i:0;i:1;i:1;R:3;}', 'a:2:{i:0;a:1:{i:0;a:0:{}}i:0;R:3;}', 'O:8:"stdClass":3:{s:1:"a";a:1:{i:0;i:5;}s:1:"a";i:1;s:1:"b";R:3;}',
    'a:2:{i:0;R:1;i:1;i:5;}', 'a:3:{i:0;R:1;i:0;i:1;i:1;i:5;}'] as $text) {
    echo json_encode(@unserialize($text), JSON_PARTIAL_OUTPUT_ON_ERROR), "\n";
}
--EXPECT--
[1,7]
[[]]
{"a":1,"b":5}
[null,5]
[1,5]
