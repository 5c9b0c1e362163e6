--TEST--
functions: assert_options() and the settings behind it
--FILE--
<?php
function failed(...$about) { echo 'failed: ', json_encode(array_slice($about, 1)), "\n"; }
var_dump(assert_options(ASSERT_ACTIVE), assert_options(ASSERT_BAIL), assert_options(ASSERT_WARNING), assert_options(ASSERT_EXCEPTION), assert_options(ASSERT_CALLBACK));
var_dump(assert_options(ASSERT_EXCEPTION, 0), ini_get('assert.exception'), assert_options(ASSERT_CALLBACK, 'failed'));
var_dump(assert(1 > 2), assert(false, 'told'));
var_dump(assert_options(ASSERT_WARNING, false), assert_options(ASSERT_CALLBACK, function () { echo "closure\n"; }), assert(false));
ini_set('assert.callback', 'failed');
var_dump(assert_options(ASSERT_CALLBACK), assert(0));
assert_options(ASSERT_CALLBACK, null);
var_dump(assert_options(ASSERT_CALLBACK), assert(0));
try { assert_options(99, 1); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
--EXPECTF--
int(1)
int(0)
int(1)
int(1)
NULL
int(1)
string(1) "0"
NULL
failed: [5,null,"assert(1 > 2)"]

Warning: assert(): assert(1 > 2) failed in %sassert_options.php on line 5
failed: [5,null,"told"]

Warning: assert(): told failed in %sassert_options.php on line 5
bool(false)
bool(false)
closure
int(1)
string(6) "failed"
bool(false)
failed: [8,null,"assert(0)"]
string(6) "failed"
bool(false)
NULL
bool(false)
assert_options(): Argument #1 ($option) must be an ASSERT_* constant
