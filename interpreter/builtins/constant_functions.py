"""define(), constant() and their like."""
from __future__ import absolute_import

from hippy.interpreter.builtins.elements import owned
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.arrays import W_Array, new_array
from hippy.interpreter.objects.classes import is_visible
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.symbols import constant_key
from hippy.interpreter.objects.values import new_bool, own, w_null
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.vm.objects import called_class, class_constant


@builtin('define(string $constant_name, mixed $value, bool $case_insensitive = false): bool')
def define(ctx, name, w_value, case_insensitive):
    if name.find('::') >= 0:
        raise ctx.error('ValueError', 'define(): Argument #1 ($constant_name) cannot be a class constant')
    if case_insensitive:
        ctx.warning((
            'define(): Argument #3 ($case_insensitive) is ignored since declaration of case-insensitive constants '
            'is no longer supported'))
    if name == '__COMPILER_HALT_OFFSET__':
        ctx.warning('Constant %s already defined' % name)
        return False
    if isinstance(w_value, W_Array):
        w_value = plain_copy(ctx, w_value, [])
    else:
        own(w_value)
    return ctx.define(name, w_value)


def plain_copy(ctx, w_array, path):
    """An array without references; path: the arrays around it."""
    for w_outer in path:
        if w_outer is w_array:
            raise ctx.error('ValueError', 'define(): Argument #2 ($value) cannot be a recursive array')
    path.append(w_array)
    w_copy = new_array(w_array.count())
    pos = w_array.next_pos(0)
    while pos >= 0:
        w = deref(w_array.value_at(pos))
        if isinstance(w, W_Array):
            w = plain_copy(ctx, w, path)
        else:
            own(w)
        w_copy.put_key(w_array.key_at(pos), w)
        pos = w_array.next_pos(pos + 1)
    path.pop()
    return w_copy


def found_constant(ctx, name):
    """The value of a global constant, or None."""
    if name[:1] == '\\':
        name = name[1:]
    word = ascii_lower(name)
    if word == 'true' or word == 'false':
        return new_bool(word == 'true')
    if word == 'null':
        return w_null
    cell = ctx.symbols.constants.get(constant_key(name), None)
    if cell is None:
        return None
    return cell.w_value


def class_named(ctx, name, scope):
    """The class in front of '::', or None when there is none; Error where self, parent and static mean nothing."""
    word = ascii_lower(name)
    if word == 'static':
        frame = ctx.top_frame()
        cls = called_class(frame) if frame is not None else None
        if cls is None:
            raise ctx.error('Error', 'Cannot access "static" when no class scope is active')
        return cls
    if word == 'self' or word == 'parent':
        if scope is None:
            raise ctx.error('Error', 'Cannot access "%s" when no class scope is active' % word)
        if word == 'self':
            return scope
        if scope.parent is None:
            raise ctx.error('Error', 'Cannot access "parent" when current class scope has no parent')
        return scope.parent
    return ctx.load_class_or_none(name)


def calling_scope(ctx):
    frame = ctx.top_frame()
    return frame.scope() if frame is not None else None


@builtin('constant(string $name): mixed')
def constant(ctx, name):
    colons = name.rfind('::')
    if colons >= 0:
        scope = calling_scope(ctx)
        cls = class_named(ctx, name[:colons], scope)
        if cls is None:
            raise ctx.error('Error', 'Class "%s" not found' % name[:colons])
        return owned(class_constant(ctx, cls, name[colons + 2:], scope))
    w_value = found_constant(ctx, name)
    if w_value is None:
        raise ctx.error('Error', 'Undefined constant "%s"' % (name[1:] if name[:1] == '\\' else name))
    return owned(w_value)


@builtin('defined(string $constant_name): bool')
def defined(ctx, name):
    colons = name.rfind('::')
    if colons < 0:
        return found_constant(ctx, name) is not None
    scope = calling_scope(ctx)
    cls = class_named(ctx, name[:colons], scope)
    if cls is None:
        return False
    found = cls.find_constant(name[colons + 2:])
    return found is not None and is_visible(found.visibility, found.cls, scope)


@builtin('get_defined_constants(bool $categorize = false): array')
def get_defined_constants(ctx, categorize):
    """The engine's own constants are all of the category Core."""
    w_core = new_array(0)
    for name in ctx.symbols.constants:
        cell = ctx.symbols.constants[name]
        if cell.w_value is not None and not is_users(ctx, cell):
            w_core.put_key(new_str(cell.name), owned(cell.w_value))
    w_user = new_array(0) if categorize else w_core
    for cell in ctx.user_constants:
        w_user.put_key(new_str(cell.name), owned(cell.w_value))
    if not categorize:
        return w_core
    w_all = new_array(2)
    w_all.put_str('Core', w_core)
    if w_user.count() > 0:
        w_all.put_str('user', w_user)
    return w_all


def is_users(ctx, cell):
    for known in ctx.user_constants:
        if known is cell:
            return True
    return False
