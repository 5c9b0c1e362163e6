"""Our builtin functions declare what the reference declares.

tests/reference/update_signatures.py writes the reference's side.
"""
import pathlib

import pytest

from hippy.interpreter.builtins.registry import BUILTINS

SIGNATURES = pathlib.Path(__file__).parent.parent / 'reference' / 'signatures.txt'
REFERENCE = {line.split('(')[0]: line for line in SIGNATURES.read_text().splitlines()}


def test_signatures_txt_names_exactly_our_functions():
    assert sorted(REFERENCE) == sorted(function.name for function in BUILTINS)


@pytest.mark.parametrize('function', BUILTINS, ids=lambda function: function.name)
def test_signature_is_the_reference_s(function):
    assert function.signature.text == REFERENCE[function.name]
