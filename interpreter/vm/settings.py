"""php.ini's settings with the values that `php -n` starts with."""
from __future__ import absolute_import

DEFAULTS = [
    ('precision', '14'), ('serialize_precision', '-1'), ('display_errors', '1'), ('error_reporting', '32767'), ('html_errors', '0'),
    ('log_errors', '0'), ('error_log', ''), ('memory_limit', '128M'), ('max_execution_time', '0'), ('error_prepend_string', ''),
    ('error_append_string', ''), ('default_charset', 'UTF-8'), ('include_path', '.:/usr/share/php'), ('arg_separator.output', '&'),
    ('zend.assertions', '1'), ('assert.exception', '1'), ('date.timezone', ''), ('output_buffering', '0'), ('implicit_flush', '1'),
    ('auto_detect_line_endings', '0'), ('short_open_tag', '1'), ('zend.exception_ignore_args', '0'), ('pcre.backtrack_limit', '1000000'),
    ('pcre.recursion_limit', '100000'), ('pcre.jit', '1'), ('ignore_repeated_errors', '0'), ('error_reporting', '32767'),
    ('zend.exception_string_param_max_len', '15'), ('unserialize_callback_func', ''), ('track_errors', '0'),
]


def default_settings():
    settings = {}
    for name, value in DEFAULTS:
        settings[name] = value
    return settings


def number(text):
    """A setting's int: decimal digits with an optional sign; 0 for anything else."""
    value = 0
    negative = len(text) > 0 and text[0] == '-'
    for i in range(1 if negative else 0, len(text)):
        digit = ord(text[i]) - 48
        if digit < 0 or digit > 9:
            break
        value = value * 10 + digit
        if value > 1 << 60:
            break
    return -value if negative else value


def is_on(text):
    return text in ('1', 'on', 'On', 'ON', 'yes', 'Yes', 'true', 'stdout')
