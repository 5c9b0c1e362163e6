"""The functions and constants of PHP that are not syntax. EXTENSIONS is the one list of the modules that declare them."""
from __future__ import absolute_import

# constants comes first: signatures name them
from hippy.interpreter.builtins import constants
from hippy.interpreter.builtins import (
    array_callbacks, array_ranges, array_sets, arrays, dumping, formatting, maths, natural_order, random_numbers,
    sorting, string_search, strings, variables)

EXTENSIONS = [
    constants,
    array_callbacks, array_ranges, array_sets, arrays, dumping, formatting, maths, natural_order, random_numbers,
    sorting, string_search, strings, variables]
