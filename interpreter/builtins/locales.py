"""setlocale() and its like. There is one locale: C."""
from __future__ import absolute_import

from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.arrays import W_Array, new_array
from hippy.interpreter.objects.convert import to_str
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import W_Int, W_Null, w_false

CHAR_MAX = 127
DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November',
          'December']
# nl_langinfo() items of glibc: (first item, texts)
LANGUAGE_INFO = [
    (0x20000, [day[:3] for day in DAYS]), (0x20007, DAYS), (0x2000E, [month[:3] for month in MONTHS]), (0x2001A, MONTHS),
    (0x20026, ['AM', 'PM', '%a %b %e %H:%M:%S %Y', '%m/%d/%y', '%H:%M:%S', '%I:%M:%S %p', '']), (0x10000, ['.', '']),
    (0x50000, ['^[yY]', '^[nN]']), (0x4000F, ['-']), (14, ['ANSI_X3.4-1968']),
]


def is_c_locale(name):
    return name in ('C', 'POSIX', '0', '')


def first_known(ctx, w_locale):
    """'C' when the value names the C locale, or asks for the current one; None for other locales."""
    if isinstance(w_locale, W_Array):
        pos = w_locale.next_pos(0)
        while pos >= 0:
            if is_c_locale(to_str(ctx, deref(w_locale.value_at(pos)))):
                return 'C'
            pos = w_locale.next_pos(pos + 1)
        return None
    if isinstance(w_locale, W_Null) or is_c_locale(to_str(ctx, w_locale)):
        return 'C'
    return None


@builtin('setlocale(int $category, mixed $locales, mixed ...$rest): string|false')
def setlocale(ctx, category, w_locales, rest_w):
    found = first_known(ctx, w_locales)
    for w in rest_w:
        if found is None:
            found = first_known(ctx, w)
    return w_false if found is None else new_str(found)


@builtin('localeconv(): array')
def localeconv(ctx):
    w_info = new_array(18)
    for name, text in [('decimal_point', '.'), ('thousands_sep', ''), ('int_curr_symbol', ''), ('currency_symbol', ''),
                       ('mon_decimal_point', ''), ('mon_thousands_sep', ''), ('positive_sign', ''), ('negative_sign', '')]:
        w_info.put_str(name, new_str(text))
    for name in ['int_frac_digits', 'frac_digits', 'p_cs_precedes', 'p_sep_by_space', 'n_cs_precedes', 'n_sep_by_space',
                 'p_sign_posn', 'n_sign_posn']:
        w_info.put_str(name, W_Int(CHAR_MAX))
    w_info.put_str('grouping', new_array(0))
    w_info.put_str('mon_grouping', new_array(0))
    return w_info


@builtin('nl_langinfo(int $item): string|false')
def nl_langinfo(ctx, item):
    for first, texts in LANGUAGE_INFO:
        if first <= item < first + len(texts):
            return new_str(texts[item - first])
    ctx.warning("nl_langinfo(): Item '%d' is not valid" % item)
    return w_false
