"""The features of a session: what feature_get tells and feature_set changes (DBGp 7.2.1)."""
from __future__ import absolute_import

from hippy.interpreter.dbgp.breakpoints import TYPES_TEXT
from hippy.interpreter.dbgp.packet import DbgpError, ERR_ENCODING, ERR_INVALID_OPTION, PROTOCOL_VERSION, parse_number
from hippy.interpreter.dbgp.properties import Limits
from hippy.interpreter.rlib.strings import equal_icase

ENGINE_NAME = 'Hippy'
ENGINE_VERSION = '0.1.0'
LANGUAGE_VERSION = '8.2.36'

FIXED = {
    'language_supports_threads': '0',
    'language_name': 'PHP',
    'language_version': LANGUAGE_VERSION,
    'encoding': 'UTF-8',
    'supported_encodings': 'UTF-8',
    'protocol_version': PROTOCOL_VERSION,
    'supports_async': '1',
    'data_encoding': 'base64',
    'breakpoint_types': TYPES_TEXT,
    'supports_postmortem': '1',
    'hippy_uncaught': '1',          # exception breakpoints may be on breakpoints.UNCAUGHT
}


class Features(object):
    _attrs_ = ('limits', 'show_hidden', 'multiple_sessions', 'notify_ok', 'resolved_breakpoints', 'breakpoint_details', 'return_values',
               'unfinished_lines', 'snapshots', 'last_values', 'watch', 'last_parts', 'eval_messages', 'arguments', 'exception_value')

    def __init__(self):
        self.limits = Limits()
        self.show_hidden = False            # accepted: private members are always told
        self.multiple_sessions = False      # accepted: a process has one session
        self.notify_ok = False
        self.resolved_breakpoints = False
        self.breakpoint_details = False
        self.return_values = False
        self.snapshots = 0                  # how many of an interactive session are kept
        self.last_values = False            # $_ and $_e are set at the prompt
        self.unfinished_lines = False       # replies tell when the program's output stands in the middle of a line
        self.watch = False                  # watch breakpoints may be set; Xdebug refuses them
        self.last_parts = False             # breakpoints on functions need no namespace
        self.arguments = False              # stack_get tells the arguments of the calls
        self.exception_value = False        # where an exception stops the program it is a variable
        self.eval_messages = False          # eval tells of the warning that the code has caused

    def get(self, name):
        """The feature's value as text; None when there is no such feature."""
        if name in FIXED:
            return FIXED[name]
        if name == 'max_children':
            return '%d' % self.limits.max_children
        if name == 'max_data':
            return '%d' % self.limits.max_data
        if name == 'max_depth':
            return '%d' % self.limits.max_depth
        if name == 'extended_properties':
            return _text(self.limits.extended)
        if name == 'hippy_exact_floats':
            return _text(self.limits.exact_floats)
        if name == 'show_hidden':
            return _text(self.show_hidden)
        if name == 'multiple_sessions':
            return _text(self.multiple_sessions)
        if name == 'notify_ok':
            return _text(self.notify_ok)
        if name == 'resolved_breakpoints':
            return _text(self.resolved_breakpoints)
        if name == 'breakpoint_details':
            return _text(self.breakpoint_details)
        if name == 'breakpoint_include_return_value':
            return _text(self.return_values)
        if name == 'virtual_exception_value':
            return _text(self.exception_value)
        if name == 'hippy_unfinished_lines':
            return _text(self.unfinished_lines)
        if name == 'hippy_snapshots':
            return '%d' % self.snapshots
        if name == 'hippy_last_values':
            return _text(self.last_values)
        if name == 'hippy_watch':
            return _text(self.watch)
        if name == 'hippy_last_parts':
            return _text(self.last_parts)
        if name == 'hippy_arguments':
            return _text(self.arguments)
        if name == 'hippy_eval_messages':
            return _text(self.eval_messages)
        return None

    def set(self, name, value):
        """Raises DbgpError when the feature cannot be set, or not to this."""
        if name == 'encoding':
            if not equal_icase(value, 'UTF-8'):
                raise DbgpError(ERR_ENCODING)
        elif name == 'max_children':
            self.limits.max_children = _number(value)
        elif name == 'max_data':
            self.limits.max_data = _number(value)
        elif name == 'max_depth':
            self.limits.max_depth = _number(value)
        elif name == 'extended_properties':
            self.limits.extended = _flag(value)
        elif name == 'hippy_exact_floats':
            self.limits.exact_floats = _flag(value)
        elif name == 'show_hidden':
            self.show_hidden = _flag(value)
        elif name == 'multiple_sessions':
            self.multiple_sessions = _flag(value)
        elif name == 'notify_ok':
            self.notify_ok = _flag(value)
        elif name == 'resolved_breakpoints':
            self.resolved_breakpoints = _flag(value)
        elif name == 'breakpoint_details':
            self.breakpoint_details = _flag(value)
        elif name == 'breakpoint_include_return_value':
            self.return_values = _flag(value)
        elif name == 'virtual_exception_value':
            self.exception_value = _flag(value)
        elif name == 'hippy_unfinished_lines':
            self.unfinished_lines = _flag(value)
        elif name == 'hippy_snapshots':
            self.snapshots = _number(value)
        elif name == 'hippy_last_values':
            self.last_values = _flag(value)
        elif name == 'hippy_watch':
            self.watch = _flag(value)
        elif name == 'hippy_last_parts':
            self.last_parts = _flag(value)
        elif name == 'hippy_arguments':
            self.arguments = _flag(value)
        elif name == 'hippy_eval_messages':
            self.eval_messages = _flag(value)
        else:
            raise DbgpError(ERR_INVALID_OPTION, 'feature %s cannot be set' % name)


def _text(flag):
    return '1' if flag else '0'


def _number(text):
    try:
        number = parse_number(text)
    except ValueError:
        number = -1
    if number < 0:
        raise DbgpError(ERR_INVALID_OPTION, 'a number from 0 on is needed')
    return number


def _flag(text):
    return _number(text) != 0
