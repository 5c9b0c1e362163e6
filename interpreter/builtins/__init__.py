"""The functions and constants of PHP that are not syntax. EXTENSIONS is the one list of the modules that declare them."""
from __future__ import absolute_import

# constants comes first: signatures name them
from hippy.interpreter.builtins import constants
from hippy.interpreter.builtins import (
    array_callbacks, array_ranges, array_sets, arrays, commands, csv_lines, ctype, dates, directories, dumping, encodings,
    file_handles, filesystem, formatting, functions, hashes, html, likeness, locales, maths, natural_order,
    outcontrol, packing, paths, pcre, random_numbers, scanning, serialization, sorting, string_search, strings, tags,
    text, tokens, urls, variables)
from hippy.interpreter.builtins import (
    assertions, autoloading, caller_frame, classes, constant_functions, error_handling, fibers, info, ini_files, ini_settings,
    json_codec, phpinfo, spl_arrays, spl_directories, spl_files, spl_fixed_array, spl_heaps, spl_iterators, spl_lists, spl_recursion, spl_storage,
    traversal, versions)

EXTENSIONS = [
    constants,
    array_callbacks, array_ranges, array_sets, arrays, commands, csv_lines, ctype, dates, directories, dumping, encodings,
    file_handles, filesystem, formatting, functions, hashes, html, likeness, locales, maths, natural_order,
    outcontrol, packing, paths, pcre, random_numbers, scanning, serialization, sorting, string_search, strings, tags,
    text, tokens, urls, variables,
    assertions, autoloading, caller_frame, classes, constant_functions, error_handling, fibers, info, ini_files, ini_settings,
    json_codec, phpinfo, spl_arrays, spl_directories, spl_files, spl_fixed_array, spl_heaps, spl_iterators, spl_lists, spl_recursion, spl_storage,
    traversal, versions]
