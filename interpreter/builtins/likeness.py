"""How alike two strings are, and how words sound: similar_text, levenshtein, soundex, metaphone."""
from __future__ import absolute_import

from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.values import W_Float
from hippy.interpreter.rlib.arithmetic import int_to_float
from hippy.interpreter.rlib.strings import StringBuilder, is_alpha, upper_char


# -- distances ------------------------------------------------------------------------------------------------------------

class CommonPart(object):
    """The longest common part of two slices: where it starts in each, its length, and how often a longer one was found."""
    _attrs_ = ('left', 'right', 'size', 'finds')

    def __init__(self, left, right, size, finds):
        self.left = left
        self.right = right
        self.size = size
        self.finds = finds


def common_part(a, a_start, a_end, b, b_start, b_end):
    best = CommonPart(0, 0, 0, 0)
    for i in range(a_start, a_end):
        if a_end - i <= best.size:
            break
        for k in range(b_start, b_end):
            if b_end - k <= best.size:
                break
            size = 0
            while i + size < a_end and k + size < b_end and a[i + size] == b[k + size]:
                size += 1
            if size > best.size:
                best = CommonPart(i, k, size, best.finds + 1)
    return best


def similarity(a, a_start, a_end, b, b_start, b_end):
    """The bytes of the longest common part and, recursively, of what is left and right of it."""
    part = common_part(a, a_start, a_end, b, b_start, b_end)
    if part.size == 0:
        return 0
    total = part.size
    if part.left > a_start and part.right > b_start and part.finds > 1:
        total += similarity(a, a_start, part.left, b, b_start, part.right)
    if part.left + part.size < a_end and part.right + part.size < b_end:
        total += similarity(a, part.left + part.size, a_end, b, part.right + part.size, b_end)
    return total


@builtin('similar_text(string $string1, string $string2, mixed &$percent = null): int')
def similar_text(ctx, string1, string2, percent_ref):
    total = len(string1) + len(string2)
    if total == 0:
        percent_ref.store(W_Float(0.0))
        return 0
    same = similarity(string1, 0, len(string1), string2, 0, len(string2))
    percent_ref.store(W_Float(int_to_float(same) * 2.0 * 100.0 / int_to_float(total)))  # float division
    return same


@builtin('levenshtein(string $string1, string $string2, int $insertion_cost = 1, int $replacement_cost = 1, '
         'int $deletion_cost = 1): int')
def levenshtein(ctx, string1, string2, insertion_cost, replacement_cost, deletion_cost):
    if string1 == '':
        return len(string2) * insertion_cost
    if string2 == '':
        return len(string1) * deletion_cost
    row = [k * insertion_cost for k in range(len(string2) + 1)]
    for i in range(len(string1)):
        following = [row[0] + deletion_cost] * (len(string2) + 1)
        for k in range(len(string2)):
            cost = row[k] if string1[i] == string2[k] else row[k] + replacement_cost
            cost = min(cost, row[k + 1] + deletion_cost)
            following[k + 1] = min(cost, following[k] + insertion_cost)
        row = following
    return row[len(string2)]


# -- soundex --------------------------------------------------------------------------------------------------------------

# By letter; 0 separates equal digits and is not written. PHP lets H and W separate too, unlike the American standard.
SOUNDEX_DIGITS = '01230120022455012623010202'


@builtin('soundex(string $string): string')
def soundex(ctx, string):
    code = ''
    last = '-'
    for i in range(len(string)):
        if len(code) == 4:
            break
        c = upper_char(string[i])
        if not is_alpha(c):
            continue
        digit = SOUNDEX_DIGITS[ord(c) - 65]
        if code == '':
            code = c
            last = digit
        elif digit != last:
            last = digit
            if digit != '0':
                code += digit
    return code + '0' * (4 - len(code))


# -- metaphone ------------------------------------------------------------------------------------------------------------

class Metaphone(object):
    """Lawrence Philips' code of a word, in the variant of the CPAN module Text-Metaphone that PHP uses."""
    _attrs_ = ('word', 'at', 'code', 'size')

    def __init__(self, word):
        self.word = word
        self.at = 0
        self.code = StringBuilder(len(word))
        self.size = 0

    def letter(self, offset):
        """The letter at an offset from the current one in upper case; NUL outside of the word."""
        i = self.at + offset
        if i < 0 or i >= len(self.word):
            return '\0'
        return upper_char(self.word[i])

    def after_next(self):
        return '\0' if self.letter(1) == '\0' else self.letter(2)

    def say(self, c):
        self.code.append(c)
        self.size += 1

    def text(self, limit):
        while self.at < len(self.word) and not is_alpha(self.word[self.at]):
            self.at += 1
        if self.at < len(self.word):
            self.first()
        while self.at < len(self.word) and (limit == 0 or self.size < limit):
            c = self.letter(0)
            skipped = 0
            if is_alpha(c) and (c != self.letter(-1) or c == 'C'):
                skipped = self.sound(c)
            self.at += 1 + skipped
        return self.code.build()

    def first(self):
        """The beginning of a word has rules of its own."""
        c = self.letter(0)
        following = self.letter(1)
        if c == 'A':
            self.say('E' if following == 'E' else 'A')
            self.at += 2 if following == 'E' else 1
        elif c == 'G' or c == 'K' or c == 'P':
            if following == 'N':
                self.say('N')
                self.at += 2
        elif c == 'W':
            if following == 'R':
                self.say('R')
                self.at += 2
            elif following == 'H' or is_vowel(following):
                self.say('W')
                self.at += 2
        elif c == 'X':
            self.say('S')
            self.at += 1
        elif is_vowel(c):
            self.say(c)
            self.at += 1

    def sound(self, c):
        """Says the current letter; returns how many of the following letters it took along."""
        following = self.letter(1)
        if c == 'C':
            return self.sound_c(following)
        if c == 'G':
            return self.sound_g(following)
        if c == 'S':
            return self.sound_s(following)
        if c == 'T':
            return self.sound_t(following)
        if c == 'D':
            if following == 'G' and makes_soft(self.after_next()):
                self.say('J')
                return 1
            self.say('T')
        elif c == 'B':
            if self.letter(-1) != 'M':
                self.say('B')
        elif c == 'H':
            if is_vowel(following) and 'CGPST'.find(self.letter(-1)) < 0:
                self.say('H')
        elif c == 'K':
            if self.letter(-1) != 'C':
                self.say('K')
        elif c == 'P':
            self.say('F' if following == 'H' else 'P')
        elif c == 'W' or c == 'Y':
            if is_vowel(following):
                self.say(c)
        elif c == 'X':
            self.say('K')
            self.say('S')
        else:
            i = 'QVZFJLMNR'.find(c)
            if i >= 0:
                self.say('KFSFJLMNR'[i])
        return 0

    def sound_c(self, following):
        if makes_soft(following):
            if following == 'I' and self.after_next() == 'A':
                self.say('X')
            elif self.letter(-1) != 'S':
                self.say('S')
            return 0
        if following == 'H':
            self.say('X')
            return 1
        self.say('K')
        return 0

    def sound_g(self, following):
        if following == 'H':
            if 'BDH'.find(self.letter(-3)) >= 0 or self.letter(-4) == 'H':
                return 0
            self.say('F')
            return 1
        if following == 'N':
            after = self.after_next()
            if is_alpha(after) and not (after == 'E' and self.letter(3) == 'D'):
                self.say('K')
        elif makes_soft(following) and self.letter(-1) != 'G':
            self.say('J')
        else:
            self.say('K')
        return 0

    def sound_s(self, following):
        if following == 'I' and (self.after_next() == 'O' or self.after_next() == 'A'):
            self.say('X')
        elif following == 'H':
            self.say('X')
            return 1
        else:
            self.say('S')
        return 0

    def sound_t(self, following):
        if following == 'I' and (self.after_next() == 'O' or self.after_next() == 'A'):
            self.say('X')
        elif following == 'H':
            self.say('0')
            return 1
        elif not (following == 'C' and self.after_next() == 'H'):
            self.say('T')
        return 0


def is_vowel(c):
    return 'AEIOU'.find(c) >= 0


def makes_soft(c):
    return c == 'E' or c == 'I' or c == 'Y'


@builtin('metaphone(string $string, int $max_phonemes = 0): string')
def metaphone(ctx, string, max_phonemes):
    if max_phonemes < 0:
        raise ctx.error('ValueError', (
            'metaphone(): Argument #2 ($max_phonemes) must be greater than or equal to 0'))
    return Metaphone(string).text(max_phonemes)
