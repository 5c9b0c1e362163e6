"""htmlspecialchars() and its like: text as HTML and back (ext/standard/html.c)."""
from __future__ import absolute_import

from hippy.interpreter.builtins.charsets import CHARSETS, LATIN_1, UTF8, utf_8
from hippy.interpreter.builtins.encodings import utf8_char
from hippy.interpreter.builtins.html_entities import HTML5
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.arrays import new_array
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.rlib.strings import StringBuilder, ascii_lower, hex_value, is_alnum, is_digit

ENT_COMPAT = 2          # double quotes
ENT_SINGLE = 1
ENT_IGNORE = 4
ENT_SUBSTITUTE = 8
ENT_HTML401 = 0
ENT_XML1 = 16
ENT_XHTML = 32
ENT_HTML5 = 48
DOCUMENT = 48           # the bits of the four types
ENT_DISALLOWED = 128
REPLACEMENT = '\xef\xbf\xbd'

# HTML 4.01's entities: the names for 160 to 255 in order, then names with their code points.
LATIN_1_NAMES = (
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
    """NOT_RPYTHON. ({name: text}, {text: name}) of HTML 4.01, then the same of HTML 5; texts in UTF-8, one or two characters."""
    by_name = {'amp': '&', 'lt': '<', 'gt': '>', 'quot': '"'}
    for i, name in enumerate(LATIN_1_NAMES.split(' ')[:96]):
        by_name[name] = utf8_char(160 + i)
    words = OTHERS.split(' ')
    for i in range(0, len(words) - 1, 2):
        by_name[words[i]] = utf8_char(int(words[i + 1]))
    by_name_5 = {}
    by_text_5 = {}
    for row in ''.join(HTML5).split(',')[:-1]:
        names = row.split(' ')
        text = ''.join([utf8_char(int(code, 16)) for code in names[0].split('+')])
        by_text_5[text] = names[1]
        for name in names[1:]:
            by_name_5[name] = text
    return by_name, {text: name for name, text in by_name.items()}, by_name_5, by_text_5


TEXTS, NAMES, TEXTS_5, NAMES_5 = entity_tables()
PAIRED = {}         # characters that begin a text of two
for two in NAMES_5:
    if len(two) > 1 and utf_8.char_at(two, 0)[1] < len(two):
        PAIRED[two[:utf_8.char_at(two, 0)[1]]] = True


# -- characters -----------------------------------------------------------------------------------------------------------

def charset_of(ctx, name, w_encoding):
    """The Charset that is asked for, or the configured one; unknown ones are taken for UTF-8, with a warning unless name is ''."""
    encoding = w_encoding.as_str() if isinstance(w_encoding, W_Str) else ''
    if encoding == '':
        encoding = ctx.ini['internal_encoding']
    if encoding == '':
        encoding = ctx.ini['default_charset']
    if encoding == '':
        return utf_8
    charset = CHARSETS.get(ascii_lower(encoding), None)
    if charset is not None:
        return charset
    if name != '':
        ctx.warning('%s(): Charset "%s" is not supported, assuming UTF-8' % (name, encoding))
    return utf_8


def special_entity(c, flags, all_entities):
    """The entity of & < > and the quotes that the flags name; '' for other characters."""
    if c == 38:
        return '&amp;'
    if c == 60:
        return '&lt;'
    if c == 62:
        return '&gt;'
    if c == 34 and flags & ENT_COMPAT:
        return '&quot;'
    if c == 39 and flags & ENT_SINGLE:
        kind = flags & DOCUMENT
        return '&#039;' if kind == ENT_HTML401 or (all_entities and kind == ENT_XHTML) else '&apos;'
    return ''


def is_literal(code, flags):
    """True for a code point that may stand in a document of the type that the flags name."""
    kind = flags & DOCUMENT
    if code < 0x20:
        return code == 9 or code == 10 or code == 13 or (code == 12 and kind == ENT_HTML5)
    if kind == ENT_HTML401:
        return code <= 0x7E or 0xA0 <= code <= 0xD7FF or 0xE000 <= code <= 0x10FFFF
    if kind == ENT_HTML5:
        return code <= 0x7E or (0xA0 <= code <= 0x10FFFF and code & 0xFFFE != 0xFFFE and not 0xFDD0 <= code <= 0xFDEF
                                and not 0xD800 <= code <= 0xDFFF)
    return code <= 0xD7FF or (0xE000 <= code <= 0x10FFFF and code != 0xFFFE and code != 0xFFFF)


def may_be_numeric(code, flags):
    """True when a document may name the code point by its number."""
    kind = flags & DOCUMENT
    if kind == ENT_HTML401:
        return True
    if kind == ENT_HTML5 and 0xD800 <= code <= 0xDFFF:
        return True
    return is_literal(code, flags) and (kind != ENT_HTML5 or code != 13)


# -- encoding -------------------------------------------------------------------------------------------------------------

class Encoding(object):
    """One text on its way to HTML."""
    _attrs_ = ('string', 'flags', 'charset', 'all_entities', 'double_encode', 'replacement', 'builder')

    def __init__(self, string, flags, charset, all_entities, double_encode):
        self.string = string
        self.flags = flags
        self.charset = charset
        self.all_entities = all_entities and flags & DOCUMENT != ENT_XML1 and not charset.is_partial()
        self.double_encode = double_encode
        self.replacement = REPLACEMENT if charset.kind == UTF8 else '&#xFFFD;'
        self.builder = StringBuilder(len(string) + 32)

    def run(self):
        """The HTML; '' when the text is malformed and the flags do not say what to do."""
        string = self.string
        i = 0
        while i < len(string):
            c, size = self.charset.char_at(string, i)
            stop = i + size
            if c < 0:
                if self.flags & ENT_IGNORE == 0:
                    if self.flags & ENT_SUBSTITUTE == 0:
                        return ''
                    self.builder.append(self.replacement)
            elif c == 38:
                end = 0 if self.double_encode else entity_end(string, i, self.flags)
                if end > 0:
                    self.builder.append_slice(string, i, end)
                    stop = end
                else:
                    self.builder.append('&amp;')
            else:
                stop = self.character(c, i, stop)
            i = stop
        return self.builder.build()

    def character(self, c, start, stop):
        """Appends the character string[start:stop]; gives where the next one begins."""
        entity = special_entity(c, self.flags, self.all_entities)
        if entity != '' and not (self.all_entities and self.is_paired(c, stop)):
            self.builder.append(entity)
            return stop
        if c == 34 or c == 39:
            self.builder.append_slice(self.string, start, stop)
            return stop
        code = self.charset.code_point(c)
        if self.all_entities and code >= 0:
            end = self.named(utf8_char(code), stop)
            if end > 0:
                return end
        known = self.charset.kind <= LATIN_1 or (code >= 0 if self.all_entities else c <= 0x7D)
        if self.flags & ENT_DISALLOWED and known and not is_literal(code if self.all_entities else c, self.flags):
            self.builder.append(self.replacement)
        else:
            self.builder.append_slice(self.string, start, stop)
        return stop

    def is_paired(self, c, stop):
        return self.flags & DOCUMENT == ENT_HTML5 and chr(c) in PAIRED and self.pair(chr(c), stop) != ''

    def pair(self, text, stop):
        """The text with the character that follows, when the two have a name together."""
        if stop >= len(self.string):
            return ''
        c, size = self.charset.char_at(self.string, stop)
        code = self.charset.code_point(c) if c >= 0 else -1
        if code < 0:
            return ''
        text += utf8_char(code)
        return text if text in NAMES_5 else ''

    def named(self, text, stop):
        """Appends the entity of a character; gives where the next one begins, or 0 when it has no name."""
        if self.flags & DOCUMENT != ENT_HTML5:
            if text not in NAMES:
                return 0
            self.builder.append('&' + NAMES[text] + ';')
            return stop
        if text in PAIRED:
            pair = self.pair(text, stop)
            if pair != '':
                self.builder.append('&' + NAMES_5[pair] + ';')
                return stop + self.charset.char_at(self.string, stop)[1]
        if text not in NAMES_5:
            return 0
        self.builder.append('&' + NAMES_5[text] + ';')
        return stop


def entity_end(string, start, flags):
    """Where the entity at start ends, or 0 when '&' begins none."""
    assert start >= 0
    i = start + 1
    size = len(string)
    if i < size and string[i] == '#':
        end = numeric_end(string, i + 1)
        if end == 0:
            return 0
        code = numeric_code(string, i + 1, end)
        if code < 0 or flags & ENT_DISALLOWED and not may_be_numeric(code, flags):
            return 0
        return end
    end = name_end(string, i)
    if end == 0:
        return 0
    stop = end - 1
    assert stop >= 0
    return end if named_text(string[i:stop], flags, flags & DOCUMENT != ENT_XML1) != '' else 0


def name_end(string, i):
    """Behind the ';' of the name at i, or 0."""
    first = i
    while i < len(string) and is_alnum(string[i]):
        i += 1
    if i >= len(string) or string[i] != ';' or i == first:
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


def encoded(ctx, name, string, flags, w_encoding, all_entities, double_encode):
    charset = charset_of(ctx, name, w_encoding)
    if all_entities and charset.is_partial():
        ctx.notice(name + '(): Only basic entities substitution is supported for multi-byte encodings other than UTF-8; '
                   'functionality is equivalent to htmlspecialchars')
    return Encoding(string, flags, charset, all_entities, double_encode).run()


@builtin('htmlspecialchars(string $string, int $flags = 11, ?string $encoding = null, bool $double_encode = true): string')
def htmlspecialchars(ctx, string, flags, w_encoding, double_encode):
    return encoded(ctx, 'htmlspecialchars', string, flags, w_encoding, False, double_encode)


@builtin('htmlentities(string $string, int $flags = 11, ?string $encoding = null, bool $double_encode = true): string')
def htmlentities(ctx, string, flags, w_encoding, double_encode):
    return encoded(ctx, 'htmlentities', string, flags, w_encoding, True, double_encode)


# -- decoding -------------------------------------------------------------------------------------------------------------

def entity_text(string, start, end, flags, all_entities):
    """What the entity string[start:end] stands for, in UTF-8; '' when it stays as it is."""
    stop = end - 1
    start += 1
    assert stop >= 0
    assert start >= 0
    if string[start] == '#':
        code = numeric_code(string, start + 1, end)
        if code < 0 or not is_literal(code, flags) or flags & DOCUMENT == ENT_HTML5 and code == 13:
            return ''
        text = utf8_char(code)
        if not all_entities and text not in SPECIAL:
            return ''
    else:
        text = named_text(string[start:stop], flags, all_entities and flags & DOCUMENT != ENT_XML1)
    if (text == "'" and flags & ENT_SINGLE == 0) or (text == '"' and flags & ENT_COMPAT == 0):
        return ''
    return text


SPECIAL = {'&': True, '<': True, '>': True, '"': True, "'": True}


def named_text(name, flags, all_entities):
    kind = flags & DOCUMENT
    if name == 'apos':
        return "'" if kind != ENT_HTML401 else ''
    if not all_entities:
        text = TEXTS.get(name, '')
        return text if text in SPECIAL else ''
    return TEXTS_5.get(name, '') if kind == ENT_HTML5 else TEXTS.get(name, '')


def decoded(string, flags, charset, all_entities):
    builder = StringBuilder(len(string))
    i = 0
    while i < len(string):
        end = 0
        if string[i] == '&' and i + 3 < len(string):
            end = numeric_end(string, i + 2) if string[i + 1] == '#' else name_end(string, i + 1)
        text = entity_text(string, i, end, flags, all_entities) if end > 0 else ''
        if text != '' and charset.kind != UTF8:
            code, size = utf_8.char_at(text, 0)
            text = charset.encoded(code) if size == len(text) else ''
        if text == '':
            builder.append(string[i])
            i += 1
        else:
            builder.append(text)
            i = end
    return builder.build()


@builtin('htmlspecialchars_decode(string $string, int $flags = 11): string')
def htmlspecialchars_decode(ctx, string, flags):
    return decoded(string, flags, utf_8, False)


@builtin('html_entity_decode(string $string, int $flags = 11, ?string $encoding = null): string')
def html_entity_decode(ctx, string, flags, w_encoding):
    return decoded(string, flags, charset_of(ctx, '', w_encoding), True)


# -- tables ---------------------------------------------------------------------------------------------------------------

@builtin('get_html_translation_table(int $table = HTML_SPECIALCHARS, int $flags = 11, string $encoding = "UTF-8"): array')
def get_html_translation_table(ctx, table, flags, encoding):
    charset = charset_of(ctx, 'get_html_translation_table', new_str(encoding))
    all_entities = table != 0 and flags & DOCUMENT != ENT_XML1 and not charset.is_partial()
    w_table = new_array(0)
    if not all_entities:
        for c in range(63):
            put_special(w_table, c, flags, False)
        return w_table
    last = 0x1D7FF if charset.kind == UTF8 else 255
    for c in range(last + 1):
        code = charset.code_point(c)
        if code >= 0:
            put_entities(w_table, charset.encoded(code), code, flags, charset)
    return w_table


def put_special(w_table, c, flags, all_entities):
    entity = special_entity(c, flags, all_entities)
    if entity != '':
        w_table.put_str(chr(c), new_str(entity))


def put_entities(w_table, bytes_, code, flags, charset):
    """The entries of one character, and of the pairs that begin with it."""
    if code in (34, 38, 39, 60, 62):
        put_special(w_table, code, flags, True)
    elif code < 0xD800 or code > 0xDFFF:
        text = utf8_char(code)
        names = NAMES_5 if flags & DOCUMENT == ENT_HTML5 else NAMES
        if text in names:
            w_table.put_str(bytes_, new_str('&' + names[text] + ';'))
    if flags & DOCUMENT == ENT_HTML5 and utf8_char(code) in PAIRED:
        put_pairs(w_table, utf8_char(code), charset)


def put_pairs(w_table, first, charset):
    for second in SECONDS:
        pair = first + second
        if pair in NAMES_5:
            code, _ = utf_8.char_at(first, 0)
            follower, _ = utf_8.char_at(second, 0)
            end = chr(follower & 255) if charset.kind == LATIN_1 else charset.encoded(follower)      # as PHP does it
            if end != '':
                w_table.put_str(charset.encoded(code) + end, new_str('&' + NAMES_5[pair] + ';'))


def second_texts():
    """NOT_RPYTHON. What may follow in a text of two characters, in order."""
    return sorted(set([text[utf_8.char_at(text, 0)[1]:] for text in NAMES_5]) - set(['']))


SECONDS = second_texts()
