"""phpinfo(): the engine, the system and the settings, as text."""
from __future__ import absolute_import

from hippy.interpreter.builtins.info import EXTENSIONS
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.values import w_true
from hippy.interpreter.rlib import process, streams
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.vm import settings

GENERAL, CONFIGURATION, MODULES, ENVIRONMENT = 1, 4, 8, 16
RULE = '\n _______________________________________________________________________\n\n'


@builtin('phpinfo(int $flags = INFO_ALL): true')
def phpinfo(ctx, flags):
    print_information(ctx, flags)
    return w_true


def print_information(ctx, flags):
    """Prints the parts that flags names, as PHP's command line lays them out."""
    write = ctx.output.write
    write('phpinfo()\n')
    if flags & GENERAL:
        system, host, release, version, machine = process.uname()
        write('PHP Version => 8.2.36\n\nSystem => %s %s %s %s %s\n' % (system, host, release, version, machine))
        write('Engine => Hippy\nServer API => Command Line Interface\nLoaded Configuration File => (none)\n')
        write(RULE)
    if flags & CONFIGURATION:
        write('\nConfiguration\n\n')
    if flags & (CONFIGURATION | MODULES):
        for extension in EXTENSIONS:
            print_extension(ctx, extension)
    if flags & ENVIRONMENT:
        write('\nEnvironment\n\nVariable => Value\n')
        for name, value in streams.environment():
            write('%s => %s\n' % (name, value))


def print_extension(ctx, extension):
    write = ctx.output.write
    write('%s\n\n' % extension)
    lower = ascii_lower(extension)
    found = False
    for setting in settings.SETTINGS:
        if setting.extension == lower:
            if not found:
                write('Directive => Local Value => Master Value\n')
            found = True
            write('%s => %s => %s\n' % (setting.name, shown(ctx.ini[setting.name]), shown(setting.value)))
    if found:
        write('\n')


def shown(value):
    return value if value != '' else 'no value'
