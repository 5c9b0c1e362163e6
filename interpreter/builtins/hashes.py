"""Checksums and digests: crc32, md5, sha1."""
from __future__ import absolute_import

from hippy.interpreter.builtins.encodings import hex_text
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import w_false
from hippy.interpreter.rlib import files, streams
from hippy.interpreter.rlib.strings import StringBuilder

MASK = 0xFFFFFFFF


# -- crc32 ----------------------------------------------------------------------------------------------------------------

def crc_table():
    "NOT_RPYTHON"
    table = []
    for code in range(256):
        for _ in range(8):
            code = code >> 1 ^ 0xEDB88320 if code & 1 else code >> 1
        table.append(code)
    return table


CRC_TABLE = crc_table()


@builtin('crc32(string $string): int')
def crc32(ctx, string):
    crc = MASK
    for i in range(len(string)):
        crc = crc >> 8 ^ CRC_TABLE[(crc ^ ord(string[i])) & 255]
    return crc ^ MASK


# -- md5 ------------------------------------------------------------------------------------------------------------------

def md5_constants():
    "NOT_RPYTHON"
    import math
    return [int(abs(math.sin(i + 1)) * 4294967296.0) for i in range(64)]


MD5_SINES = md5_constants()
MD5_SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]


def rotated(x, count):
    return (x << count | x >> (32 - count)) & MASK


def padded(s, big_endian):
    """s with a 1 bit, zeros and its length in bits up to a whole number of 64-byte blocks."""
    builder = StringBuilder(len(s) + 72)
    builder.append(s)
    builder.append('\x80')
    builder.append_multiple_char('\0', (119 - len(s) % 64) % 64)
    bits = len(s) * 8
    for k in range(8):
        shift = 56 - 8 * k if big_endian else 8 * k
        builder.append(chr(bits >> shift & 255))
    return builder.build()


def little_word(s, i):
    return ord(s[i]) | ord(s[i + 1]) << 8 | ord(s[i + 2]) << 16 | ord(s[i + 3]) << 24


def big_word(s, i):
    return ord(s[i]) << 24 | ord(s[i + 1]) << 16 | ord(s[i + 2]) << 8 | ord(s[i + 3])


def md5_digest(s):
    """The 16 bytes of RFC 1321."""
    data = padded(s, False)
    state = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476]
    words = [0] * 16
    start = 0
    while start < len(data):
        for k in range(16):
            words[k] = little_word(data, start + 4 * k)
        md5_block(state, words)
        start += 64
    return ''.join([little_bytes(word) for word in state])


def md5_block(state, words):
    a = state[0]
    b = state[1]
    c = state[2]
    d = state[3]
    for i in range(64):
        phase = i >> 4
        if phase == 0:
            mixed = b & c | (b ^ MASK) & d
            k = i
        elif phase == 1:
            mixed = d & b | (d ^ MASK) & c
            k = 5 * i + 1 & 15
        elif phase == 2:
            mixed = b ^ c ^ d
            k = 3 * i + 5 & 15
        else:
            mixed = c ^ (b | d ^ MASK)
            k = 7 * i & 15
        mixed = (mixed + a + MD5_SINES[i] + words[k]) & MASK
        a = d
        d = c
        c = b
        b = (b + rotated(mixed, MD5_SHIFTS[phase * 4 + (i & 3)])) & MASK
    state[0] = (state[0] + a) & MASK
    state[1] = (state[1] + b) & MASK
    state[2] = (state[2] + c) & MASK
    state[3] = (state[3] + d) & MASK


def little_bytes(word):
    return chr(word & 255) + chr(word >> 8 & 255) + chr(word >> 16 & 255) + chr(word >> 24 & 255)


def big_bytes(word):
    return chr(word >> 24 & 255) + chr(word >> 16 & 255) + chr(word >> 8 & 255) + chr(word & 255)


@builtin('md5(string $string, bool $binary = false): string')
def md5(ctx, string, binary):
    digest = md5_digest(string)
    return digest if binary else hex_text(digest)


# -- sha1 -----------------------------------------------------------------------------------------------------------------

def sha1_digest(s):
    """The 20 bytes of RFC 3174."""
    data = padded(s, True)
    state = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0]
    words = [0] * 80
    start = 0
    while start < len(data):
        for k in range(16):
            words[k] = big_word(data, start + 4 * k)
        for k in range(16, 80):
            words[k] = rotated(words[k - 3] ^ words[k - 8] ^ words[k - 14] ^ words[k - 16], 1)
        sha1_block(state, words)
        start += 64
    return ''.join([big_bytes(word) for word in state])


def sha1_block(state, words):
    a = state[0]
    b = state[1]
    c = state[2]
    d = state[3]
    e = state[4]
    for i in range(80):
        if i < 20:
            mixed = (b & c | (b ^ MASK) & d) + 0x5A827999
        elif i < 40:
            mixed = (b ^ c ^ d) + 0x6ED9EBA1
        elif i < 60:
            mixed = (b & c | b & d | c & d) + 0x8F1BBCDC
        else:
            mixed = (b ^ c ^ d) + 0xCA62C1D6
        mixed = (mixed + rotated(a, 5) + e + words[i]) & MASK
        e = d
        d = c
        c = rotated(b, 30)
        b = a
        a = mixed
    state[0] = (state[0] + a) & MASK
    state[1] = (state[1] + b) & MASK
    state[2] = (state[2] + c) & MASK
    state[3] = (state[3] + d) & MASK
    state[4] = (state[4] + e) & MASK


@builtin('sha1(string $string, bool $binary = false): string')
def sha1(ctx, string, binary):
    digest = sha1_digest(string)
    return digest if binary else hex_text(digest)


# -- files ----------------------------------------------------------------------------------------------------------------

def contents(ctx, name, filename):
    """A file's bytes, or None after the warning."""
    if filename == '':
        raise ctx.error('ValueError', 'Path cannot be empty')
    try:
        return streams.read_file(filename)
    except OSError as e:
        ctx.warning('%s(%s): Failed to open stream: %s' % (name, filename, files.error_text(e.errno)))
        return None


@builtin('md5_file(string $filename, bool $binary = false): string|false', paths=('filename',))
def md5_file(ctx, filename, binary):
    data = contents(ctx, 'md5_file', filename)
    if data is None:
        return w_false
    digest = md5_digest(data)
    return new_str(digest if binary else hex_text(digest))


@builtin('sha1_file(string $filename, bool $binary = false): string|false', paths=('filename',))
def sha1_file(ctx, filename, binary):
    data = contents(ctx, 'sha1_file', filename)
    if data is None:
        return w_false
    digest = sha1_digest(data)
    return new_str(digest if binary else hex_text(digest))
