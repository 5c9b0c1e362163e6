"""The functions and constants of PHP that are not syntax. EXTENSIONS is the one list of the modules that declare them."""
from __future__ import absolute_import

# constants comes first: signatures name them
from hippy.interpreter.builtins import constants
from hippy.interpreter.builtins import (
    array_callbacks, array_ranges, array_sets, arrays, ctype, dumping, encodings, file_handles, filesystem,
    formatting, functions, hashes, html, likeness, maths, natural_order, outcontrol, paths, random_numbers,
    serialization, sorting, string_search, strings, text, urls, variables)
from hippy.interpreter.builtins import (
    autoloading, caller_frame, classes, constant_functions, error_handling, info, json_codec, traversal)

EXTENSIONS = [
    constants,
    array_callbacks, array_ranges, array_sets, arrays, ctype, dumping, encodings, file_handles, filesystem,
    formatting, functions, hashes, html, likeness, maths, natural_order, outcontrol, paths, random_numbers,
    serialization, sorting, string_search, strings, text, urls, variables,
    autoloading, caller_frame, classes, constant_functions, error_handling, info, json_codec, traversal]
