"""php.ini's settings: what `php -n` starts with, who may change them, which texts they take."""
from __future__ import absolute_import

# name, value (None: unset), access (1: at run time), extension
ROWS = [
    ('allow_url_fopen', '1', 4, 'core'), ('allow_url_include', '0', 4, 'core'), ('arg_separator.input', '&', 6, 'core'),
    ('arg_separator.output', '&', 7, 'core'), ('assert.active', '1', 7, 'standard'), ('assert.bail', '0', 7, 'standard'),
    ('assert.callback', None, 7, 'standard'), ('assert.exception', '1', 7, 'standard'),
    ('assert.warning', '1', 7, 'standard'), ('auto_append_file', None, 6, 'core'),
    ('auto_detect_line_endings', '0', 7, 'standard'), ('auto_globals_jit', '1', 6, 'core'),
    ('auto_prepend_file', None, 6, 'core'), ('date.default_latitude', '31.7667', 7, 'date'),
    ('date.default_longitude', '35.2333', 7, 'date'), ('date.sunrise_zenith', '90.833333', 7, 'date'),
    ('date.sunset_zenith', '90.833333', 7, 'date'), ('date.timezone', 'UTC', 7, 'date'),
    ('default_charset', 'UTF-8', 7, 'core'), ('default_mimetype', 'text/html', 7, 'core'),
    ('default_socket_timeout', '60', 7, 'standard'), ('disable_classes', '', 4, 'core'),
    ('disable_functions', '', 4, 'core'), ('display_errors', '1', 7, 'core'), ('display_startup_errors', '1', 7, 'core'),
    ('doc_root', None, 4, 'core'), ('docref_ext', '', 7, 'core'), ('docref_root', '', 7, 'core'),
    ('enable_dl', '1', 4, 'core'), ('enable_post_data_reading', '1', 6, 'core'), ('error_append_string', None, 7, 'core'),
    ('error_log', None, 7, 'core'), ('error_log_mode', '0644', 7, 'core'), ('error_prepend_string', None, 7, 'core'),
    ('error_reporting', None, 7, 'core'), ('expose_php', '1', 4, 'core'),
    ('extension_dir', '/usr/lib/php/20220829', 4, 'core'), ('file_uploads', '1', 4, 'core'), ('from', None, 7, 'standard'),
    ('hard_timeout', '2', 4, 'core'), ('html_errors', '0', 7, 'core'), ('ignore_repeated_errors', '0', 7, 'core'),
    ('ignore_repeated_source', '0', 7, 'core'), ('ignore_user_abort', '0', 7, 'core'), ('implicit_flush', '1', 7, 'core'),
    ('include_path', '.:/usr/share/php', 7, 'core'), ('input_encoding', None, 7, 'core'),
    ('internal_encoding', None, 7, 'core'), ('log_errors', '0', 7, 'core'), ('max_execution_time', '0', 7, 'core'),
    ('max_file_uploads', '20', 6, 'core'), ('max_input_nesting_level', '64', 6, 'core'), ('max_input_time', '-1', 6, 'core'),
    ('max_input_vars', '1000', 6, 'core'), ('max_multipart_body_parts', '-1', 6, 'core'),
    ('memory_hard_limit_percent', None, 7, 'core'), ('memory_limit', '128M', 7, 'core'), ('open_basedir', None, 7, 'core'),
    ('output_buffering', '0', 6, 'core'), ('output_encoding', None, 7, 'core'), ('output_handler', None, 6, 'core'),
    ('pcre.backtrack_limit', '1000000', 7, 'pcre'), ('pcre.jit', '1', 7, 'pcre'),
    ('pcre.recursion_limit', '100000', 7, 'pcre'), ('post_max_size', '8M', 6, 'core'), ('precision', '14', 7, 'core'),
    ('realpath_cache_size', '4096K', 4, 'core'), ('realpath_cache_ttl', '120', 4, 'core'),
    ('register_argc_argv', '1', 6, 'core'), ('report_memleaks', '1', 7, 'core'), ('report_zend_debug', '0', 7, 'core'),
    ('request_order', None, 6, 'core'), ('serialize_precision', '-1', 7, 'core'), ('short_open_tag', '1', 6, 'core'),
    ('sys_temp_dir', None, 4, 'core'), ('unserialize_callback_func', None, 7, 'core'),
    ('unserialize_max_depth', '4096', 7, 'standard'), ('upload_max_filesize', '2M', 6, 'core'),
    ('upload_tmp_dir', None, 4, 'core'), ('user_agent', None, 7, 'standard'), ('user_dir', None, 4, 'core'),
    ('variables_order', 'EGPCS', 6, 'core'), ('zend.assertions', '1', 7, 'core'), ('zend.detect_unicode', '1', 7, 'core'),
    ('zend.enable_gc', '1', 7, 'core'), ('zend.exception_ignore_args', '0', 7, 'core'),
    ('zend.exception_string_param_max_len', '15', 7, 'core'), ('zend.multibyte', '0', 2, 'core'),
    ('zend.script_encoding', None, 7, 'core'), ('zend.signal_check', '0', 4, 'core'),
]

AT_RUN_TIME = 1


class Setting(object):
    """One of php.ini's settings. is_set: False when it has no value, which reads as ''."""
    _attrs_ = ('name', 'value', 'is_set', 'access', 'extension')
    _immutable_fields_ = ('name', 'value', 'is_set', 'access', 'extension')

    def __init__(self, name, value, is_set, access, extension):
        self.name = name
        self.value = value
        self.is_set = is_set
        self.access = access
        self.extension = extension


SETTINGS = [Setting(_name, _value or '', _value is not None, _access, _extension) for _name, _value, _access, _extension in ROWS]
BY_NAME = dict([(_setting.name, _setting) for _setting in SETTINGS])


def default_settings():
    settings = {}
    for setting in SETTINGS:
        settings[setting.name] = setting.value
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


def bytes_text(text):
    """The digits of a number of bytes such as '128M'."""
    size = number(text)
    unit = text[len(text) - 1] if len(text) > 0 else ''
    if unit == 'k' or unit == 'K':
        size <<= 10
    elif unit == 'm' or unit == 'M':
        size <<= 20
    elif unit == 'g' or unit == 'G':
        size <<= 30
    return '%d' % size


def is_on(text):
    return text in ('1', 'on', 'On', 'ON', 'yes', 'Yes', 'true', 'stdout')
