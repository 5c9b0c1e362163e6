"""The functions and constants of PHP that are not syntax. EXTENSIONS is the one list of the modules that declare them."""
from __future__ import absolute_import

from hippy.interpreter.builtins import (
    constants, dumping, strings, string_search)

EXTENSIONS = [constants, dumping, strings, string_search]
