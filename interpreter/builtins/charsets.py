"""The character sets that htmlspecialchars() and its like know: how the characters of a text are told apart, and their code points."""
from __future__ import absolute_import

from hippy.interpreter.builtins import utf8
from hippy.interpreter.builtins.encodings import utf8_char

UTF8 = 0
LATIN_1 = 1
ONE_BYTE = 2
BIG5 = 3
GB2312 = 4
SHIFT_JIS = 5
EUC_JP = 6


class Charset(object):
    """codes: the code point of each byte, -1 for none (kind ONE_BYTE); places: the byte of each code point."""
    _attrs_ = ('kind', 'codes', 'places')
    _immutable_fields_ = ('kind', 'codes[*]', 'places')

    def __init__(self, kind, codec):
        "NOT_RPYTHON"
        self.kind = kind
        self.codes = []
        self.places = {}
        if codec:
            for byte in range(256):
                text = bytes(bytearray([byte])).decode(codec, 'replace')
                code = ord(text)
                self.codes.append(-1 if code == 0xFFFD else code)
                self.places[code] = byte
            if codec == 'mac_roman':            # PHP's table leaves the control characters out
                for byte in list(range(32)) + [127]:
                    self.codes[byte] = -1
                del self.places[127]

    def is_partial(self):
        """True for a set of which only the ASCII characters have known code points."""
        return self.kind >= BIG5

    def char_at(self, s, i):
        """(what the bytes at i stand for, how many they are); (-1, how many to skip) when they stand for nothing."""
        c = ord(s[i])
        if self.kind == UTF8:
            code = utf8.char_at(s, i)
            return (code, utf8.width(code)) if code >= 0 else (-1, -code)
        if self.kind == LATIN_1 or self.kind == ONE_BYTE:
            return c, 1
        size = self.char_size(s, i, c)
        if size <= 0:
            return -1, self.bad_size(s, i, c)
        for k in range(1, size):
            c = c << 8 | ord(s[i + k])
        return c, size

    def char_size(self, s, i, c):
        """The number of bytes of a character in one of the sets of Chinese and Japanese, 0 for none."""
        if self.kind == BIG5:
            if 0x81 <= c <= 0xFE:
                return 2 if follows(s, i + 1, 0x40, 0x7E) or follows(s, i + 1, 0xA1, 0xFE) else 0
            return 1
        if self.kind == GB2312:
            if 0xA1 <= c <= 0xFE:
                return 2 if follows(s, i + 1, 0xA1, 0xFE) else 0
            return 0 if c == 0x8E or c == 0x8F or c == 0xA0 or c == 0xFF else 1
        if self.kind == SHIFT_JIS:
            if 0x81 <= c <= 0x9F or 0xE0 <= c <= 0xFC:
                return 2 if follows(s, i + 1, 0x40, 0x7E) or follows(s, i + 1, 0x80, 0xFC) else 0
            return 1 if c < 0x80 or 0xA1 <= c <= 0xDF else 0
        if 0xA1 <= c <= 0xFE:
            return 2 if follows(s, i + 1, 0xA1, 0xFE) else 0
        if c == 0x8E:
            return 2 if follows(s, i + 1, 0xA1, 0xDF) else 0
        if c == 0x8F:
            return 3 if follows(s, i + 1, 0xA1, 0xFE) and follows(s, i + 2, 0xA1, 0xFE) else 0
        return 0 if c == 0xA0 or c == 0xFF else 1

    def bad_size(self, s, i, c):
        """How many bytes to skip: the second too when no character may begin with it."""
        if self.kind == BIG5 or i + 1 >= len(s) or not self.is_lead(c):
            return 1
        return 1 if self.may_begin(ord(s[i + 1])) else 2

    def is_lead(self, c):
        """True for the first of several bytes."""
        if self.kind == SHIFT_JIS:
            return 0x81 <= c <= 0x9F or 0xE0 <= c <= 0xFC
        return 0xA1 <= c <= 0xFE or self.kind == EUC_JP and (c == 0x8E or c == 0x8F)

    def may_begin(self, c):
        if self.kind == SHIFT_JIS:
            return c != 0x80 and c != 0xA0 and c < 0xFD
        if self.kind == GB2312 and (c == 0x8E or c == 0x8F):
            return False
        return c != 0xA0 and c != 0xFF

    def code_point(self, c):
        """The code point of what char_at gave; -1 when it is unknown."""
        if self.kind == ONE_BYTE:
            return self.codes[c]
        if self.is_partial() and c > 0x7D:
            return -1
        return c

    def encoded(self, code):
        """A code point's bytes; '' when the set has no such character."""
        if self.kind == UTF8:
            return utf8_char(code)
        if self.kind == LATIN_1:
            return chr(code) if code <= 255 else ''
        if self.kind == ONE_BYTE:
            place = self.places.get(code, -1)
            return chr(place) if place >= 0 else ''
        is_yen = code == 0x5C and self.kind >= SHIFT_JIS
        return chr(code) if 0x20 <= code <= 0x7D and not is_yen else ''


def follows(s, i, low, high):
    """True when the byte at i is within the bounds."""
    return i < len(s) and low <= ord(s[i]) <= high


utf_8 = Charset(UTF8, '')


def charset_names():
    """NOT_RPYTHON. {lower-case name: Charset}"""
    found = {}
    for names, charset in (
            ('utf-8', utf_8),
            ('iso-8859-1 iso8859-1', Charset(LATIN_1, '')),
            ('iso-8859-15 iso8859-15', Charset(ONE_BYTE, 'iso8859_15')),
            ('iso-8859-5 iso8859-5', Charset(ONE_BYTE, 'iso8859_5')),
            ('cp866 866 ibm866', Charset(ONE_BYTE, 'cp866')),
            ('cp1251 windows-1251 win-1251', Charset(ONE_BYTE, 'cp1251')),
            ('cp1252 windows-1252 1252', Charset(ONE_BYTE, 'cp1252')),
            ('koi8-r koi8-ru koi8r', Charset(ONE_BYTE, 'koi8_r')),
            ('macroman', Charset(ONE_BYTE, 'mac_roman')),
            ('big5 950 big5-hkscs', Charset(BIG5, '')),
            ('gb2312 936', Charset(GB2312, '')),
            ('shift_jis sjis sjis-win 932', Charset(SHIFT_JIS, '')),
            ('eucjp euc-jp eucjp-win', Charset(EUC_JP, ''))):
        for name in names.split(' '):
            found[name] = charset
    return found


CHARSETS = charset_names()
