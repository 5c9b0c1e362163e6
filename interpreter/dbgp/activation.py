"""When a program connects to a client by itself, and to which: Xdebug's settings and environment variables.

Source: Xdebug's documentation, "Step Debugging", and the pages of its settings (https://xdebug.org/docs/all_settings). -d xdebug.mode=debug
or XDEBUG_MODE=debug switches it on; xdebug.start_with_request says when: yes, no, or trigger, which waits for XDEBUG_TRIGGER or
XDEBUG_SESSION in the environment.
"""
from __future__ import absolute_import

from hippy.interpreter.rlib import streams
from hippy.interpreter.rlib.strings import cut, split, strip_ascii
from hippy.interpreter.vm import settings

OFF = 0         # nothing of this is wanted
NEVER = 1       # scripts may ask whether a client is there, none ever is
LATE = 2        # a client is connected to when the script asks for it or, if upon_error, something goes wrong
AT_START = 3

SETTINGS = ['xdebug.mode', 'xdebug.start_with_request', 'xdebug.start_upon_error', 'xdebug.trigger_value', 'xdebug.client_host',
            'xdebug.client_port', 'xdebug.idekey']
DEFAULT_HOST = 'localhost'
DEFAULT_PORT = 9003


class Activation(object):
    """when: one of the above. cookie: the key of a session that is to be told by a cookie, or ''."""
    _attrs_ = ('when', 'host', 'port', 'ide_key', 'cookie', 'upon_error')

    def __init__(self):
        self.when = OFF
        self.host = DEFAULT_HOST
        self.port = DEFAULT_PORT
        self.ide_key = ''
        self.cookie = ''
        self.upon_error = False


def read_activation(ini):
    """The Activation that settings (a dict of texts) and the environment ask for."""
    found = Activation()
    mode = environment('XDEBUG_MODE')
    if not mode:
        mode = ini.get('xdebug.mode', '')
    if not mode or mode == 'off':
        return found
    found.when = NEVER
    if 'debug' not in words(mode, ','):
        return found
    config = read_config(environment('XDEBUG_CONFIG'))
    found.host = first_of(config.get('client_host', ''), ini.get('xdebug.client_host', ''), DEFAULT_HOST)
    found.port = settings.number(config.get('client_port', ''))
    if not found.port:
        found.port = settings.number(ini.get('xdebug.client_port', ''))
    if not found.port:
        found.port = DEFAULT_PORT
    found.ide_key = first_of(config.get('idekey', ''), ini.get('xdebug.idekey', ''), environment('DBGP_IDEKEY'))
    found.upon_error = is_on(ini.get('xdebug.start_upon_error', ''))
    start = ini.get('xdebug.start_with_request', 'default')
    if is_on(start):
        found.when = AT_START
    elif start == 'default' or start == 'trigger':
        found.when = LATE
        note_trigger(found, ini.get('xdebug.trigger_value', ''), 'idekey' in config)
    return found


def note_trigger(found, secret, has_config_key):
    """Begins at once when something in the environment asks for it."""
    session = environment('XDEBUG_SESSION_START')
    if not session and has_config_key:
        session = found.ide_key
    if session and not secret:
        found.cookie = session
        found.ide_key = session
        found.when = AT_START
        return
    value = environment('XDEBUG_TRIGGER')
    if not value:
        value = environment('XDEBUG_SESSION')
    if value and fits_secret(value, secret):
        found.ide_key = value
        found.when = AT_START


def fits_secret(value, secret):
    """True when the trigger's value is one of the secrets, which commas separate; without secrets any is."""
    if not secret:
        return True
    for word in split(secret, ','):
        if strip_ascii(word) == strip_ascii(value):
            return True
    return False


def read_config(text):
    """XDEBUG_CONFIG: `name=value` words."""
    found = {}
    for word in words(text, ' '):
        position = word.find('=')
        if position > 0:
            found[cut(word, 0, position)] = cut(word, position + 1, len(word))
    return found


def words(text, separator):
    return [strip_ascii(word) for word in split(text, separator)]


def environment(name):
    value = streams.getenv(name)
    return value if value is not None else ''


def first_of(text, second, third):
    if text:
        return text
    return second if second else third


def is_on(text):
    return text == '1' or text == 'yes' or text == 'on'
