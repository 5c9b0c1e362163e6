"""strtok(): the pieces of a string one after the other."""
from __future__ import absolute_import

from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.objects.values import w_false


class Tokenized(object):
    """The string that strtok() goes on with (None: none) and how far it is."""
    _attrs_ = ('string', 'at')

    def __init__(self):
        self.string = None
        self.at = 0


tokenized = Tokenized()


@builtin('strtok(string $string, ?string $token = null): string|false')
def strtok(ctx, string, w_token):
    if isinstance(w_token, W_Str):
        separators = w_token.as_str()
        tokenized.string = string
        tokenized.at = 0
    else:
        separators = string
    rest = tokenized.string
    if rest is None or tokenized.at >= len(rest):
        return w_false
    start = tokenized.at
    while start < len(rest) and separators.find(rest[start]) >= 0:
        start += 1
    if start == len(rest):
        tokenized.string = None
        return w_false
    stop = start + 1
    while stop < len(rest) and separators.find(rest[stop]) < 0:
        stop += 1
    tokenized.at = stop + 1
    assert start >= 0
    assert stop >= 0
    return new_str(rest[start:stop])
