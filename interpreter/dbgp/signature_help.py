"""The head of the function whose call is being written, and which of its parameters the cursor is at."""
from __future__ import absolute_import

from hippy.interpreter.dbgp import receivers, signatures
from hippy.interpreter.dbgp.cursor import IN_COMMENT, Place, word_end
from hippy.interpreter.dbgp.packet import Element
from hippy.interpreter.rlib.strings import cut, is_digit, matches_at


class Help(object):
    """text: the head. start, end: the bytes of it that are the parameter, -1 for none."""
    _attrs_ = ('text', 'start', 'end')

    def __init__(self, text):
        self.text = text
        self.start = -1
        self.end = -1

    def element(self):
        """<hippy:signature>"""
        element = Element('hippy:signature')
        element.set('text', self.text)
        if self.start >= 0:
            element.set_number('start', self.start)
            element.set_number('end', self.end)
        return element


def help_at(ctx, frame, code, cursor):
    """The Help for a byte offset of code, None outside of the arguments of calls that are known."""
    place = Place(code, cursor)
    call = place.call_round()
    if place.state == IN_COMMENT or call < 0:
        return None
    opening = place.openings[call]
    function = receivers.function_called(ctx, frame, code, opening, place.opens_attribute(call - 1))
    if function is None:
        return None
    found = Help(receivers.title_called(code, opening, function, signatures.of_function(function)))
    parts = parameters(found.text)
    index = _named(found.text, parts, place.argument_text(call))
    if index < 0:
        index = place.commas[call]
    if index >= len(parts) and len(parts) > 0 and cut(found.text, parts[len(parts) - 1].start, parts[len(parts) - 1].end).find('...$') >= 0:
        index = len(parts) - 1
    if index < len(parts):
        found.start = parts[index].start
        found.end = parts[index].end
    return found


class Span(object):
    _attrs_ = ('start', 'end')
    _immutable_fields_ = ('start', 'end')

    def __init__(self, start, end):
        self.start = start
        self.end = end


def parameters(text):
    """The Spans of the parameters in a head."""
    found = []
    depth = 0
    start = 0
    quote = ''
    for i in range(len(text)):
        c = text[i]
        if quote != '':
            if c == quote and text[i - 1] != '\\':
                quote = ''
        elif c == "'" or c == '"':
            quote = c
        elif c == '(' or c == '[':
            depth += 1
            if depth == 1:
                start = i + 1
        elif c == ')' or c == ']' or c == ',':
            if depth == 1:
                if i > start:
                    found.append(Span(start, i))
                start = i + 2       # behind the blank
            if c != ',':
                depth -= 1
                if depth == 0:
                    break
    return found


def _named(text, parts, argument):
    """The index of the parameter that an argument `name: value` is for, -1 when it has no name."""
    end = word_end(argument, 0)
    if end == 0 or is_digit(argument[0]) or not matches_at(argument, end, ':') or matches_at(argument, end, '::'):
        return -1
    wanted = '$' + cut(argument, 0, end)
    for i in range(len(parts)):
        part = cut(text, parts[i].start, parts[i].end)
        position = part.find(wanted)
        if position >= 0 and word_end(part, position + 1) == position + len(wanted):
            return i
    return -1
