"""The ctype_ functions: whether all bytes of a string are of a class, in the C locale."""
from __future__ import absolute_import

from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.convert import type_name
from hippy.interpreter.objects.strings import W_Str
from hippy.interpreter.objects.values import W_Int
from hippy.interpreter.rlib import strings


def is_cntrl(c):
    return c < ' ' or c == '\x7f'


def is_graph(c):
    return '!' <= c <= '~'


def is_print(c):
    return ' ' <= c <= '~'


def is_punct(c):
    return is_graph(c) and not strings.is_alnum(c)


def tester(test):
    """NOT_RPYTHON. A function that tests every byte of a string."""
    def all_of(s):
        for i in range(len(s)):
            if not test(s[i]):
                return False
        return len(s) > 0
    return all_of


all_alnum = tester(strings.is_alnum)
all_alpha = tester(strings.is_alpha)
all_cntrl = tester(is_cntrl)
all_digit = tester(strings.is_digit)
all_graph = tester(is_graph)
all_lower = tester(strings.is_lower)
all_print = tester(is_print)
all_punct = tester(is_punct)
all_space = tester(strings.is_space)
all_upper = tester(strings.is_upper)
all_xdigit = tester(strings.is_xdigit)


def tested_text(ctx, name, w_text):
    """The bytes to test; '' for what is no text. PHP takes ints from -128 to 255 for one byte, others for their digits."""
    if isinstance(w_text, W_Str):
        return w_text.as_str()
    ctx.deprecated('%s(): Argument of type %s will be interpreted as string in the future' % (name, type_name(w_text)))
    if isinstance(w_text, W_Int):
        n = w_text.intval
        if -128 <= n <= 255:
            return chr(n & 255)
        return '%d' % n
    return ''


@builtin('ctype_alnum(mixed $text): bool')
def ctype_alnum(ctx, w_text):
    return all_alnum(tested_text(ctx, 'ctype_alnum', w_text))


@builtin('ctype_alpha(mixed $text): bool')
def ctype_alpha(ctx, w_text):
    return all_alpha(tested_text(ctx, 'ctype_alpha', w_text))


@builtin('ctype_cntrl(mixed $text): bool')
def ctype_cntrl(ctx, w_text):
    return all_cntrl(tested_text(ctx, 'ctype_cntrl', w_text))


@builtin('ctype_digit(mixed $text): bool')
def ctype_digit(ctx, w_text):
    return all_digit(tested_text(ctx, 'ctype_digit', w_text))


@builtin('ctype_graph(mixed $text): bool')
def ctype_graph(ctx, w_text):
    return all_graph(tested_text(ctx, 'ctype_graph', w_text))


@builtin('ctype_lower(mixed $text): bool')
def ctype_lower(ctx, w_text):
    return all_lower(tested_text(ctx, 'ctype_lower', w_text))


@builtin('ctype_print(mixed $text): bool')
def ctype_print(ctx, w_text):
    return all_print(tested_text(ctx, 'ctype_print', w_text))


@builtin('ctype_punct(mixed $text): bool')
def ctype_punct(ctx, w_text):
    return all_punct(tested_text(ctx, 'ctype_punct', w_text))


@builtin('ctype_space(mixed $text): bool')
def ctype_space(ctx, w_text):
    return all_space(tested_text(ctx, 'ctype_space', w_text))


@builtin('ctype_upper(mixed $text): bool')
def ctype_upper(ctx, w_text):
    return all_upper(tested_text(ctx, 'ctype_upper', w_text))


@builtin('ctype_xdigit(mixed $text): bool')
def ctype_xdigit(ctx, w_text):
    return all_xdigit(tested_text(ctx, 'ctype_xdigit', w_text))
