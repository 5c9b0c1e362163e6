--TEST--
match: UnhandledMatchError shows the value
--FILE--
<?php
foreach ([5, 'text', 1.5, true, null, [], new stdClass, str_repeat('long', 10)] as $x) {
    try {
        match ($x) {
            'never' => 1,
        };
    } catch (\UnhandledMatchError $e) {
        echo $e->getMessage(), "\n";
    }
}
--EXPECT--
Unhandled match case 5
Unhandled match case 'text'
Unhandled match case 1.5
Unhandled match case true
Unhandled match case NULL
Unhandled match case of type array
Unhandled match case of type stdClass
Unhandled match case 'longlonglonglon...'
