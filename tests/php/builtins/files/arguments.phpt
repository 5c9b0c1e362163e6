--TEST--
files: resources, contexts and paths are checked in the order of the parameters
--FILE--
<?php
function asked($call, ...$arguments) {
    try { var_dump($call(...$arguments)); } catch (Error $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
}
asked('fopen', 'x', 'r', false, []);
asked('fopen', "x\0", []);
asked('fopen', 'x', 'r', false, STDIN);
asked('unlink', 'x', 5);
asked('rename', 'a', "b\0", 1);
asked('mkdir', "a\0", 'b');
asked('touch', "a\0", 'b');
asked('fwrite', 1.5, STDIN);
asked('fread', 'x', []);
asked('fseek', [], 'x');
asked('fputcsv', null, [], 'too long');
asked('fprintf', new stdClass, []);
asked('readdir', 'x');
asked('get_resource_id', 1);
asked('stream_copy_to_stream', 1, 2);
asked('copy', 'x', 'y', null, 1);
asked('file_get_contents', "a\0b", true, null, -1, []);
asked('glob', "*\0");
asked('glob', '*', 128);
--EXPECTF--
TypeError: fopen(): Argument #4 ($context) must be of type resource or null, array given
ValueError: fopen(): Argument #1 ($filename) must not contain any null bytes
TypeError: fopen(): supplied resource is not a valid Stream-Context resource
TypeError: unlink(): Argument #2 ($context) must be of type resource or null, int given
ValueError: rename(): Argument #2 ($to) must not contain any null bytes
ValueError: mkdir(): Argument #1 ($directory) must not contain any null bytes
ValueError: touch(): Argument #1 ($filename) must not contain any null bytes
TypeError: fwrite(): Argument #1 ($stream) must be of type resource, float given
TypeError: fread(): Argument #1 ($stream) must be of type resource, string given
TypeError: fseek(): Argument #1 ($stream) must be of type resource, array given
TypeError: fputcsv(): Argument #1 ($stream) must be of type resource, null given
TypeError: fprintf(): Argument #1 ($stream) must be of type resource, stdClass given
TypeError: readdir(): Argument #1 ($dir_handle) must be of type resource or null, string given
TypeError: get_resource_id(): Argument #1 ($resource) must be of type resource, int given
TypeError: stream_copy_to_stream(): Argument #1 ($from) must be of type resource, int given
ArgumentCountError: copy() expects at most 3 arguments, 4 given
ValueError: file_get_contents(): Argument #1 ($filename) must not contain any null bytes
ValueError: glob(): Argument #1 ($pattern) must not contain any null bytes

Warning: glob(): At least one of the passed flags is invalid or not supported on this platform in %sarguments.php on line 3
bool(false)
