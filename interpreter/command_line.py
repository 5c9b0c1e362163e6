"""The engine's command line: the options of PHP's CLI (PHP manual, "Command line options") and our own."""
from __future__ import absolute_import

USAGE = """usage: hippy [OPTIONS] [-f] FILE [--] [ARGUMENTS]
       hippy [OPTIONS] -r CODE [--] [ARGUMENTS]
       hippy [OPTIONS] - [ARGUMENTS]
       hippy [OPTIONS] -- [ARGUMENTS]      the program is on standard input

  -r, --run CODE              run CODE, without <?php
  -f, --file FILE             run FILE
  -l, --syntax-check          only parse and compile
  -d, --define NAME[=VALUE]   set a php.ini setting
  -i, --info                  what phpinfo() prints
  -m, --modules               the extensions that are there
  -v, --version               the version, and which engine runs
  -h, --help                  this
  --engine=native|python      which engine runs: the translated one or the one under Python
  --jit TEXT                  parameters of the JIT ("off", "threshold=100")
  --jitwatch fd:N             report what the JIT does to a file descriptor
  --dbgp TARGET               debug over DBGp: fd:N or HOST:PORT
  --repl                      with --dbgp: no program, the client sends code
  --dump ast|bytecode FILE    show what the parser or the compiler makes of FILE

No php.ini is ever read: -n, -c PATH, -q, -e, -C and -H are accepted and change nothing.
"""

# PHP's short options; a colon says that one takes a value
SHORT = 'B:CE:F:HR:S:ac:d:ef:hilmnqr:st:vwz:?'
# long names: PHP's short option for each, or '' with ':' where one of our own takes a value
LONG = {
    'run': 'r', 'file': 'f', 'define': 'd', 'syntax-check': 'l', 'info': 'i', 'modules': 'm', 'version': 'v', 'help': 'h',
    'usage': 'h', 'no-php-ini': 'n', 'php-ini': 'c', 'no-header': 'q', 'no-chdir': 'C', 'profile-info': 'e',
    'hide-args': 'H', 'interactive': 'a', 'process-begin': 'B', 'process-code': 'R', 'process-file': 'F',
    'process-end': 'E', 'server': 'S', 'docroot': 't', 'syntax-highlight': 's', 'syntax-highlighting': 's', 'strip': 'w',
    'zend-extension': 'z', 'ini': '', 'repl': '', 'jit': ':', 'jitwatch': ':', 'dbgp': ':', 'dump': ':',
    'rf': ':', 'rfunction': ':', 'rc': ':', 'rclass': ':', 're': ':', 'rextension': ':', 'rz': ':', 'rzendextension': ':',
    'ri': ':', 'rextinfo': ':',
}
INFORMATION = {'v': 'version', 'h': 'help', '?': 'help', 'i': 'info', 'm': 'modules', 'ini': 'ini'}
WITHOUT_EFFECT = 'nqeCHc'


class Options(object):
    """What the command line asks for. action: file, code, stdin, lint, repl, dump, version, help, info, modules, ini.

    file: '-' is standard input. arguments: what follows the program. error: what is wrong with all this, or ''."""
    _attrs_ = ('action', 'file', 'has_file', 'code', 'arguments', 'settings', 'jit', 'jitwatch', 'dbgp', 'dump', 'error')

    def __init__(self):
        self.action = ''
        self.file = '-'
        self.has_file = False
        self.code = ''
        self.arguments = []
        self.settings = []
        self.jit = ''
        self.jitwatch = ''
        self.dbgp = ''
        self.dump = ''
        self.error = ''


def parse_arguments(words):
    """Options from the words after the program's name."""
    options = Options()
    i = 0
    named = True                        # by the word that follows the options
    while i < len(words) and options.error == '':
        word = words[i]
        if word == '--':
            i += 1
            named = False
            break
        if word == '-' or not word.startswith('-'):
            break
        if word.startswith('--'):
            i = take_long(options, words, i)
        else:
            i = take_short(options, words, i)
    if options.error == '':
        assert i >= 0
        take_program(options, words[i:], named)
    return options


def take_long(options, words, i):
    """Takes a word like --define, --define=VALUE; the position of the word after it and its value."""
    word = words[i]
    i += 1
    equals = word.find('=')
    value = ''
    name = word[2:]
    if equals >= 2:
        name = word[2:equals]
        value = word[equals + 1:]
    if name not in LONG:
        options.error = 'unknown option %s' % word
        return i
    key = LONG[name]
    wants = key == ':' or (key != '' and takes_value(key))
    if key == '' or key == ':':
        key = name
    if wants and equals < 0:
        if i == len(words):
            options.error = 'option %s wants a value' % word
            return i
        value = words[i]
        i += 1
    take(options, key, value, word)
    return i


def take_short(options, words, i):
    """Takes a word like -n, -nr, -dNAME=VALUE; the position of the word after it and its value."""
    word = words[i]
    i += 1
    position = 1
    while position < len(word) and options.error == '':
        key = word[position]
        position += 1
        if key == ':' or SHORT.find(key) < 0:
            options.error = 'unknown option -%s' % key
        elif not takes_value(key):
            take(options, key, '', '-' + key)
        elif position < len(word):
            if word[position] == '=':
                position += 1
            take(options, key, word[position:], '-' + key)
            break
        elif i < len(words):
            take(options, key, words[i], '-' + key)
            i += 1
        else:
            options.error = 'option -%s wants a value' % key
    return i


def takes_value(key):
    position = SHORT.find(key) + 1
    return position < len(SHORT) and SHORT[position] == ':'


def take(options, key, value, word):
    """One option; key: PHP's letter, or the long name of an option that has none."""
    if key in INFORMATION:
        if options.action not in ('version', 'help', 'info', 'modules', 'ini'):
            options.action = INFORMATION[key]
    elif key == 'r':
        take_code(options, value)
    elif key == 'f':
        if options.has_file:
            options.error = 'You can use -f only once.'
        options.file = value
        options.has_file = True
    elif key == 'l':
        take_action(options, 'lint')
    elif key == 'd':
        options.settings.append(value)
    elif key == 'repl':
        take_action(options, 'repl')
    elif key == 'jit':
        options.jit = value
    elif key == 'jitwatch':
        options.jitwatch = value
    elif key == 'dbgp':
        options.dbgp = value
    elif key == 'dump':
        options.dump = value
        take_action(options, 'dump')
    elif key == 'a':
        options.error = 'for a prompt use hippy-repl, not %s' % word
    elif len(key) != 1 or WITHOUT_EFFECT.find(key) < 0:
        options.error = '%s is not supported' % word


def take_code(options, code):
    if options.action == 'code':
        options.error = 'You can use -r only once.'
    options.code = code
    take_action(options, 'code')


def take_action(options, action):
    if options.action == '':
        options.action = action
    elif options.action in ('code', 'lint', 'dump') and options.action != action:
        options.error = 'Either execute direct code, process stdin or use a file.'


def take_program(options, rest, named):
    """The program and its arguments, from the words after the options."""
    if options.action == 'code' or options.action == 'repl' or options.has_file:
        if named and len(rest) > 0 and rest[0] == '--':
            rest = rest[1:]
    elif named and len(rest) > 0:
        options.file = rest[0]
        rest = rest[1:]
    options.arguments = rest
    if options.action == '':
        options.action = 'stdin' if options.file == '-' else 'file'
