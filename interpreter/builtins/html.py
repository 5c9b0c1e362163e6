"""htmlspecialchars() and its like: text as HTML and back. Entities are those of HTML 4.01."""
from __future__ import absolute_import

from hippy.interpreter.builtins.encodings import utf8_char, utf8_code, utf8_size
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.arrays import new_array
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.rlib.strings import StringBuilder, ascii_lower, hex_value, is_alnum, is_digit

ENT_COMPAT = 2          # double quotes
ENT_SINGLE = 1
ENT_IGNORE = 4
ENT_SUBSTITUTE = 8
ENT_XML1 = 16
ENT_XHTML = 32
ENT_HTML5 = 48
ENT_DISALLOWED = 128
REPLACEMENT = '\xef\xbf\xbd'

# The entities' names: for 160 to 255 in order, then names with their code points.
LATIN_1 = (
    'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro '
    'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil '
    'Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave '
    'Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml '
    'igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute '
    'thorn yuml ')
OTHERS = (
    'OElig 338 oelig 339 Scaron 352 scaron 353 Yuml 376 fnof 402 circ 710 tilde 732 Alpha 913 Beta 914 Gamma 915 Delta '
    '916 Epsilon 917 Zeta 918 Eta 919 Theta 920 Iota 921 Kappa 922 Lambda 923 Mu 924 Nu 925 Xi 926 Omicron 927 Pi 928 Rho '
    '929 Sigma 931 Tau 932 Upsilon 933 Phi 934 Chi 935 Psi 936 Omega 937 alpha 945 beta 946 gamma 947 delta 948 epsilon '
    '949 zeta 950 eta 951 theta 952 iota 953 kappa 954 lambda 955 mu 956 nu 957 xi 958 omicron 959 pi 960 rho 961 sigmaf '
    '962 sigma 963 tau 964 upsilon 965 phi 966 chi 967 psi 968 omega 969 thetasym 977 upsih 978 piv 982 ensp 8194 emsp '
    '8195 thinsp 8201 zwnj 8204 zwj 8205 lrm 8206 rlm 8207 ndash 8211 mdash 8212 lsquo 8216 rsquo 8217 sbquo 8218 ldquo '
    '8220 rdquo 8221 bdquo 8222 dagger 8224 Dagger 8225 bull 8226 hellip 8230 permil 8240 prime 8242 Prime 8243 lsaquo '
    '8249 rsaquo 8250 oline 8254 frasl 8260 euro 8364 image 8465 weierp 8472 real 8476 trade 8482 alefsym 8501 larr 8592 '
    'uarr 8593 rarr 8594 darr 8595 harr 8596 crarr 8629 lArr 8656 uArr 8657 rArr 8658 dArr 8659 hArr 8660 forall 8704 '
    'part 8706 exist 8707 empty 8709 nabla 8711 isin 8712 notin 8713 ni 8715 prod 8719 sum 8721 minus 8722 lowast 8727 '
    'radic 8730 prop 8733 infin 8734 ang 8736 and 8743 or 8744 cap 8745 cup 8746 int 8747 there4 8756 sim 8764 cong 8773 '
    'asymp 8776 ne 8800 equiv 8801 le 8804 ge 8805 sub 8834 sup 8835 nsub 8836 sube 8838 supe 8839 oplus 8853 otimes 8855 '
    'perp 8869 sdot 8901 lceil 8968 rceil 8969 lfloor 8970 rfloor 8971 lang 9001 rang 9002 loz 9674 spades 9824 clubs '
    '9827 hearts 9829 diams 9830 ')


def entity_tables():
    """NOT_RPYTHON. ({name: code point}, {code point: name})"""
    by_name = {}
    for i, name in enumerate(LATIN_1.split(' ')[:96]):
        by_name[name] = 160 + i
    words = OTHERS.split(' ')
    for i in range(0, len(words) - 1, 2):
        by_name[words[i]] = int(words[i + 1])
    return by_name, {code: name for name, code in by_name.items()}


ENTITY_CODES, ENTITY_NAMES = entity_tables()


# -- characters -----------------------------------------------------------------------------------------------------------

def is_utf8(ctx, w_encoding):
    """True for UTF-8, false for the one-byte encodings; others are taken for UTF-8 with a warning."""
    if not isinstance(w_encoding, W_Str) or w_encoding.length() == 0:
        return True
    name = ascii_lower(w_encoding.as_str())
    if name == 'utf-8':
        return True
    if name in ('iso-8859-1', 'iso8859-1', 'windows-1252', 'cp1252', '1252', 'iso-8859-15', 'iso8859-15', 'us-ascii'):
        return False
    ctx.notice('htmlspecialchars(): Charset "%s" is not supported, assuming UTF-8' % w_encoding.as_str())
    return True


def special_entity(c, flags, all_entities):
    """The entity of & < > and the quotes that the flags name; '' for other characters."""
    if c == '&':
        return '&amp;'
    if c == '<':
        return '&lt;'
    if c == '>':
        return '&gt;'
    if c == '"' and flags & ENT_COMPAT:
        return '&quot;'
    if c == "'" and flags & ENT_SINGLE:
        plain = flags & ENT_HTML5 == 0 or (all_entities and flags & ENT_HTML5 == ENT_XHTML)
        return '&#039;' if plain else '&apos;'
    return ''


def is_literal(code, flags):
    """True for a code point that may stand in a document of the type that the flags name."""
    if code < 0x20:
        return code == 9 or code == 10 or code == 13
    if 0x7F <= code < 0xA0:
        return flags & ENT_HTML5 == ENT_XML1 or flags & ENT_HTML5 == ENT_XHTML
    return code < 0xD800 or 0xE000 <= code <= 0x10FFFF


# -- encoding -------------------------------------------------------------------------------------------------------------

def encoded(string, flags, utf8, all_entities, double_encode):
    """Text as HTML; '' when it is malformed and the flags do not say what to do."""
    builder = StringBuilder(len(string) + 32)
    i = 0
    while i < len(string):
        c = string[i]
        if c == '&' and not double_encode:
            end = entity_end(string, i, flags)
            if end > 0:
                builder.append_slice(string, i, end)
                i = end
                continue
        if c < '\x80':
            entity = special_entity(c, flags, all_entities)
            builder.append(entity if entity != '' else c)
            i += 1
            continue
        size = utf8_size(string, i) if utf8 else 1
        if size == 0:
            if flags & ENT_IGNORE == 0:
                if flags & ENT_SUBSTITUTE == 0:
                    return ''
                builder.append(REPLACEMENT)
            i += 1
            continue
        code = utf8_code(string, i, size) if utf8 else ord(c)
        if all_entities and code in ENTITY_NAMES and flags & ENT_HTML5 != ENT_XML1:
            builder.append('&' + ENTITY_NAMES[code] + ';')
        else:
            builder.append_slice(string, i, i + size)
        i += size
    return builder.build()


def entity_end(string, start, flags):
    """Where the entity at start ends, or 0 when '&' begins none."""
    assert start >= 0
    i = start + 1
    size = len(string)
    if i < size and string[i] == '#':
        end = numeric_end(string, i + 1)
        if end == 0 or not (0 <= numeric_code(string, i + 1, end) <= 0x10FFFF):
            return 0
        return end
    while i < size and is_alnum(string[i]):
        i += 1
    if i >= size or string[i] != ';' or i == start + 1:
        return 0
    assert i >= 0
    if named_code(string[start + 1:i], flags) < 0:
        return 0
    return i + 1


def numeric_end(string, i):
    """Behind the ';' of the digits at i ('123;' or 'x7B;'), or 0."""
    size = len(string)
    is_hex = i < size and (string[i] == 'x' or string[i] == 'X')
    if is_hex:
        i += 1
    first = i
    while i < size and (hex_value(string[i]) >= 0 if is_hex else is_digit(string[i])):
        i += 1
    if i == first or i >= size or string[i] != ';':
        return 0
    return i + 1


def numeric_code(string, i, end):
    """The code point that the digits from i spell; -1 when it is too large."""
    base = 10
    if string[i] == 'x' or string[i] == 'X':
        base = 16
        i += 1
    code = 0
    while i < end - 1:
        code = code * base + hex_value(string[i])
        if code > 0x10FFFF:
            return -1
        i += 1
    return code


@builtin('htmlspecialchars(string $string, int $flags = 11, ?string $encoding = null, bool $double_encode = true): string')
def htmlspecialchars(ctx, string, flags, w_encoding, double_encode):
    return encoded(string, flags, is_utf8(ctx, w_encoding), False, double_encode)


@builtin('htmlentities(string $string, int $flags = 11, ?string $encoding = null, bool $double_encode = true): string')
def htmlentities(ctx, string, flags, w_encoding, double_encode):
    return encoded(string, flags, is_utf8(ctx, w_encoding), True, double_encode)


# -- decoding -------------------------------------------------------------------------------------------------------------

def named_code(name, flags):
    """The code point of an entity's name, or -1."""
    if name == 'amp':
        return 38
    if name == 'lt':
        return 60
    if name == 'gt':
        return 62
    if name == 'quot':
        return 34
    if name == 'apos' and flags & ENT_HTML5:
        return 39
    if flags & ENT_HTML5 == ENT_XML1:
        return -1
    return ENTITY_CODES.get(name, -1)


def entity_code(string, start, end, flags):
    """The code point of the entity string[start:end], or -1 when it stays as it is."""
    if string[start + 1] == '#':
        code = numeric_code(string, start + 2, end)
        if code < 0 or not is_literal(code, flags):
            return -1
    else:
        stop = end - 1
        assert stop >= 0
        assert start >= 0
        code = named_code(string[start + 1:stop], flags)
    if (code == 39 and flags & ENT_SINGLE == 0) or (code == 34 and flags & ENT_COMPAT == 0):
        return -1
    return code


def decoded(string, flags, utf8, all_entities):
    builder = StringBuilder(len(string))
    i = 0
    while i < len(string):
        end = entity_end(string, i, flags) if string[i] == '&' else 0
        code = entity_code(string, i, end, flags) if end > 0 else -1
        if code >= 0 and not all_entities and code not in (38, 60, 62, 34, 39):
            code = -1
        if code >= 0 and not utf8 and code > 255:
            code = -1
        if code < 0:
            builder.append(string[i])
            i += 1
        else:
            builder.append(utf8_char(code) if utf8 else chr(code & 255))
            i = end
    return builder.build()


@builtin('htmlspecialchars_decode(string $string, int $flags = 11): string')
def htmlspecialchars_decode(ctx, string, flags):
    return decoded(string, flags, True, False)


@builtin('html_entity_decode(string $string, int $flags = 11, ?string $encoding = null): string')
def html_entity_decode(ctx, string, flags, w_encoding):
    return decoded(string, flags, is_utf8(ctx, w_encoding), True)


@builtin('get_html_translation_table(int $table = HTML_SPECIALCHARS, int $flags = 11, string $encoding = "UTF-8"): array')
def get_html_translation_table(ctx, table, flags, encoding):
    w_table = new_array(0)
    for code in range(128):
        entity = special_entity(chr(code), flags, table != 0)
        if entity != '':
            w_table.put_str(chr(code), new_str(entity))
    if table != 0:
        utf8 = is_utf8(ctx, new_str(encoding))
        for code in range(160, 10000):
            if code in ENTITY_NAMES and (utf8 or code < 256):
                w_table.put_str(utf8_char(code) if utf8 else chr(code & 255), new_str('&' + ENTITY_NAMES[code] + ';'))
    return w_table
