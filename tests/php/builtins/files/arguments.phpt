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
