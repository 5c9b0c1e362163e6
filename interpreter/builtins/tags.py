"""strip_tags(): text without HTML and PHP tags."""
from __future__ import absolute_import

from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.arrays import W_Array
from hippy.interpreter.objects.convert import to_str
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.strings import W_Str
from hippy.interpreter.rlib.strings import StringBuilder, ascii_lower, equal_icase, is_space, lower_char

# what the reader is in
TEXT = 0
TAG = 1
PHP = 2
DECLARATION = 3         # <! ...
COMMENT = 4             # <!-- ...


class TagStripper(object):
    """Goes through a text byte by byte; `kept` collects what stays, `tag` the tag that is being read when some are allowed.

    depth counts '<' inside of a tag, brackets the parentheses of PHP code; quote is the open quote or NUL, last the latest
    significant byte of PHP code.
    """
    _attrs_ = ('s', 'at', 'allowed', 'kept', 'tag', 'state', 'depth', 'brackets', 'quote', 'last', 'is_xml')

    def __init__(self, s, allowed):
        self.s = s
        self.at = 0
        self.allowed = allowed
        self.kept = StringBuilder(len(s))
        self.tag = StringBuilder(32)
        self.state = TEXT
        self.depth = 0
        self.brackets = 0
        self.quote = '\0'
        self.last = '\0'
        self.is_xml = False

    def run(self):
        while self.at < len(self.s):
            c = self.s[self.at]
            if self.state == TEXT:
                self.in_text(c)
            elif self.state == TAG:
                self.in_tag(c)
            elif self.state == PHP:
                self.in_php(c)
            elif self.state == DECLARATION:
                self.in_declaration(c)
            elif c == '>' and self.quote == '\0' and self.before(1) == '-' and self.before(2) == '-':
                self.leave()
            self.at += 1
        return self.kept.build()

    def before(self, count):
        """The byte that stands `count` bytes back; NUL before the start."""
        i = self.at - count
        return self.s[i] if i >= 0 else '\0'

    def space_follows(self):
        return self.at + 1 < len(self.s) and is_space(self.s[self.at + 1])

    def stands_behind(self, word):
        """True when word ends at the current byte, in any case."""
        start = self.at + 1 - len(word)
        return start >= 0 and equal_icase(self.s[start:self.at + 1], word)

    def leave(self):
        self.state = TEXT
        self.quote = '\0'
        self.tag = StringBuilder(32)

    def closes(self):
        """True when a '>' ends what the reader is in; otherwise it belongs to an inner '<' or stands in quotes."""
        if self.depth > 0:
            self.depth -= 1
            return False
        return self.quote == '\0'

    def toggle_quote(self, c):
        if self.at > 0 and (self.quote == '\0' or self.quote == c):
            self.quote = c if self.quote == '\0' else '\0'

    def in_text(self, c):
        if c == '\0':
            return
        if c == '<':
            if self.quote != '\0':
                return
            if self.space_follows():
                self.kept.append(c)
                return
            self.last = '<'
            self.state = TAG
            self.tag = StringBuilder(32)
            self.tag.append(c)
        elif c == '>':
            if self.closes():
                self.kept.append(c)
        else:
            self.kept.append(c)

    def in_tag(self, c):
        if c == '\0':
            return
        if c == '<' and self.quote != '\0':
            return
        if c == '<' and not self.space_follows():
            self.depth += 1
        elif c == '>':
            if self.closes():
                self.end_tag()
        elif c == '!' and self.before(1) == '<':
            self.state = DECLARATION
            self.last = c
        elif c == '?' and self.before(1) == '<':
            self.brackets = 0
            self.state = PHP
        else:
            if c == '"' or c == "'":
                self.toggle_quote(c)
            self.tag.append(c)

    def end_tag(self):
        self.last = '>'
        if self.is_xml and self.before(1) == '-':
            return
        self.is_xml = False
        if self.allowed != '':
            self.tag.append('>')
            tag = self.tag.build()
            if self.allowed.find(normalized(tag)) >= 0:
                self.kept.append(tag)
        self.leave()

    def in_php(self, c):
        if c == '(' or c == ')':
            if self.last != '"' and self.last != "'":
                self.last = c
                self.brackets += 1 if c == '(' else -1
        elif c == '>':
            if self.closes() and self.brackets == 0 and self.last != '"' and self.before(1) == '?':
                self.leave()
        elif c == '"' or c == "'":
            if self.at > 0 and self.before(1) != '\\':
                if self.last == c:
                    self.last = '\0'
                elif self.last != '\\':
                    self.last = c
                self.toggle_quote(c)
        elif (c == 'l' or c == 'L') and self.at > 4 and self.stands_behind('<?xml'):
            self.state = TAG
            self.is_xml = True

    def in_declaration(self, c):
        if c == '>':
            if self.closes():
                self.leave()
        elif c == '"' or c == "'":
            if self.before(1) != '\\':
                self.toggle_quote(c)
        elif c == '-':
            if self.before(1) == '-' and self.before(2) == '!':
                self.state = COMMENT
        elif (c == 'e' or c == 'E') and self.at > 6 and self.stands_behind('doctype'):
            self.state = TAG


def normalized(tag):
    """'<a>' for '<a href=...>', '</a>' and '< a >'."""
    builder = StringBuilder(len(tag))
    seen = False
    for i in range(len(tag)):
        c = lower_char(tag[i])
        if c == '>':
            break
        if c == '<':
            builder.append(c)
        elif not is_space(c):
            seen = True
            is_slash = c == '/' and (tag[i - 1] == '<' or (i + 1 < len(tag) and tag[i + 1] == '>'))
            if not is_slash:
                builder.append(c)
        elif seen:
            break
    builder.append('>')
    return builder.build()


def allowed_text(ctx, w_allowed):
    """The allowed tags as '<a><b>' in lower case."""
    if isinstance(w_allowed, W_Array):
        builder = StringBuilder(16)
        pos = w_allowed.next_pos(0)
        while pos >= 0:
            builder.append('<')
            builder.append(to_str(ctx, deref(w_allowed.value_at(pos))))
            builder.append('>')
            pos = w_allowed.next_pos(pos + 1)
        return ascii_lower(builder.build())
    if isinstance(w_allowed, W_Str):
        return ascii_lower(w_allowed.as_str())
    return ''


@builtin('strip_tags(string $string, array|string|null $allowed_tags = null): string')
def strip_tags(ctx, string, w_allowed):
    return TagStripper(string, allowed_text(ctx, w_allowed)).run()
