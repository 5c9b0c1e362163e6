--TEST--
include: result, once, missing file, own scope
--FILE--
<?php
file_put_contents(__DIR__ . '/part.inc', '<?php $seen = ($seen ?? 0) + 1; return "part $seen";');
var_dump(include __DIR__ . '/part.inc', require __DIR__ . '/part.inc', include_once __DIR__ . '/part.inc', $seen);
function f() {
    include __DIR__ . '/part.inc';
    return $seen;
}
var_dump(f(), @include 'missing.inc');
unlink(__DIR__ . '/part.inc');
--EXPECT--
string(6) "part 1"
string(6) "part 2"
bool(true)
int(2)
int(1)
bool(false)
