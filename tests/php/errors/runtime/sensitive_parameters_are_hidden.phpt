--TEST--
#[SensitiveParameter]: stack traces hide the argument
--FILE--
<?php
function login($user, #[SensitiveParameter] $password, #[\SensitiveParameter] ...$more) { throw new Exception('no'); }
try {
    login('me', 'secret', 1, 2);
} catch (Exception $e) {
    echo preg_replace('~#0 .*: ~', '', $e->getTraceAsString()), "\n";
    $hidden = $e->getTrace()[0]['args'][1];
    echo get_class($hidden), " ", $hidden->getValue(), "\n";
    var_dump(new SensitiveParameterValue([1]) == $hidden);
}
--EXPECT--
login('me', Object(SensitiveParameterValue), Object(SensitiveParameterValue), Object(SensitiveParameterValue))
#1 {main}
SensitiveParameterValue secret
bool(false)
