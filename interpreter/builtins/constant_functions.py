"""define(), constant() and their like."""
from __future__ import absolute_import

from hippy.interpreter.builtins.elements import owned
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.arrays import new_array
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.vm.objects import class_constant


@builtin('define(string $constant_name, mixed $value, bool $case_insensitive = false): bool')
def define(ctx, name, w_value, case_insensitive):
    if name.find('::') >= 0:
        raise ctx.error('ValueError', 'define(): Argument #1 ($constant_name) cannot be a class constant')
    if case_insensitive:
        ctx.warning((
            'define(): Argument #3 ($case_insensitive) is ignored since declaration of case-insensitive constants '
            'is no longer supported'))
    return ctx.define(name[1:] if name[:1] == '\\' else name, owned(w_value))


def found_constant(ctx, name):
    """The value of a global constant, or None."""
    if name[:1] == '\\':
        name = name[1:]
    return ctx.symbols.constant_cell(name).w_value


def class_constant_named(ctx, name, colons):
    assert colons >= 0
    frame = ctx.top_frame()
    scope = frame.scope() if frame is not None else None
    cls = ctx.class_by_word(name[:colons], scope)
    if cls is None:
        raise ctx.error('Error', 'Class "%s" not found' % name[:colons])
    return class_constant(ctx, cls, name[colons + 2:], scope)


@builtin('constant(string $name): mixed')
def constant(ctx, name):
    colons = name.find('::')
    if colons > 0:
        return owned(class_constant_named(ctx, name, colons))
    w_value = found_constant(ctx, name)
    if w_value is None:
        raise ctx.error('Error', 'Undefined constant "%s"' % name)
    return owned(w_value)


@builtin('defined(string $constant_name): bool')
def defined(ctx, name):
    colons = name.find('::')
    if colons > 0:
        frame = ctx.top_frame()
        cls = ctx.class_by_word(name[:colons], frame.scope() if frame is not None else None)
        return cls is not None and cls.find_constant(name[colons + 2:]) is not None
    return found_constant(ctx, name) is not None


@builtin('get_defined_constants(bool $categorize = false): array')
def get_defined_constants(ctx, categorize):
    w_core = new_array(0)
    w_user = new_array(0)
    for name in ctx.symbols.constants:
        cell = ctx.symbols.constants[name]
        if cell.w_value is not None:
            w_group = w_core if cell.persistent or not categorize else w_user
            w_group.put_key(new_str(cell.name), owned(cell.w_value))
    if not categorize:
        return w_core
    w_all = new_array(2)
    w_all.put_str('Core', w_core)
    if w_user.count() > 0:
        w_all.put_str('user', w_user)
    return w_all
