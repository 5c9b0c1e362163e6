"""What PHP code can ask of classes and objects: names, kin, members (Zend/zend_builtin_functions.c, ext/spl/php_spl.c)."""
from __future__ import absolute_import

from hippy.interpreter.builtins.elements import copied, owned
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.arrays import new_array
from hippy.interpreter.objects.classes import PRIVATE, find_slot, is_visible
from hippy.interpreter.objects.convert import object_to_array, type_name
from hippy.interpreter.objects.functions import UserFunction
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.closures import W_Closure
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.objects.values import w_false, w_null
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.vm import objects
from hippy.interpreter.vm.builtin_classes import CLASSES

# ClassDeclaration.class_kind
KIND_TRAIT = 2
KIND_ENUM = 3

ENGINE_CLASSES = [row[0] for row in CLASSES]        # native_classes.py adds its own


SPL_CLASSES = (
    'AppendIterator ArrayIterator ArrayObject BadFunctionCallException BadMethodCallException CachingIterator CallbackFilterIterator '
    'DirectoryIterator DomainException EmptyIterator FilesystemIterator FilterIterator GlobIterator InfiniteIterator '
    'InvalidArgumentException IteratorIterator LengthException LimitIterator LogicException MultipleIterator NoRewindIterator '
    'OuterIterator OutOfBoundsException OutOfRangeException OverflowException ParentIterator RangeException RecursiveArrayIterator '
    'RecursiveCachingIterator RecursiveCallbackFilterIterator RecursiveDirectoryIterator RecursiveFilterIterator RecursiveIterator '
    'RecursiveIteratorIterator RecursiveRegexIterator RecursiveTreeIterator RegexIterator RuntimeException SeekableIterator '
    'SplDoublyLinkedList SplFileInfo SplFileObject SplFixedArray SplHeap SplMinHeap SplMaxHeap SplObjectStorage SplObserver '
    'SplPriorityQueue SplQueue SplStack SplSubject SplTempFileObject UnderflowException UnexpectedValueException').split(' ')


def calling_scope(ctx):
    """The class whose code calls the builtin, or None."""
    frame = ctx.top_frame()
    return frame.scope() if frame is not None else None


def class_of(ctx, w):
    """The W_Class of an object or of a class's name; autoloads; None for anything else."""
    if isinstance(w, W_Object):
        return w.get_class()
    if isinstance(w, W_Str):
        return ctx.load_class_or_none(w.as_str())
    return None


def checked_class(ctx, name, w):
    """As class_of, for an argument that must name a class."""
    cls = class_of(ctx, w)
    if cls is None:
        raise ctx.error('TypeError', '%s(): Argument #1 ($object_or_class) must be an object or a valid class name, %s given' % (
            name, type_name(w)))
    return cls


def check_object_or_name(ctx, name, w):
    if not isinstance(w, W_Object) and not isinstance(w, W_Str):
        raise ctx.error('TypeError', '%s(): Argument #1 ($object_or_class) must be of type object|string, %s given' % (
            name, type_name(w)))


# -- names ----------------------------------------------------------------------------------------------------------------

@builtin('get_class(object $object = ?): string')
def get_class(ctx, w_object):
    if isinstance(w_object, W_Object):
        return w_object.get_class().name
    scope = calling_scope(ctx)
    if scope is None:
        raise ctx.error('Error', 'get_class() without arguments must be called from within a class')
    return scope.name


@builtin('get_parent_class(object|string $object_or_class = ?): string|false', raw=('object_or_class',))
def get_parent_class(ctx, w_class):
    if w_class is None:
        cls = calling_scope(ctx)
    else:
        cls = checked_class(ctx, 'get_parent_class', w_class)
    if cls is None or cls.parent is None:
        return w_false
    return new_str(cls.parent.name)


@builtin('get_called_class(): string')
def get_called_class(ctx):
    frame = ctx.top_frame()
    cls = objects.called_class(frame) if frame is not None else None
    if cls is None:
        raise ctx.error('Error', 'get_called_class() must be called from within a class')
    return cls.name


# -- existence ------------------------------------------------------------------------------------------------------------

def found_class(ctx, name, autoload):
    if autoload:
        return ctx.load_class_or_none(name)
    return ctx.find_class(name)


def kind_of(cls):
    if cls.declaration is None:
        return 0
    return cls.declaration.class_kind


@builtin('class_exists(string $class, bool $autoload = true): bool')
def class_exists(ctx, name, autoload):
    cls = found_class(ctx, name, autoload)
    return cls is not None and not cls.is_interface and kind_of(cls) != KIND_TRAIT


@builtin('interface_exists(string $interface, bool $autoload = true): bool')
def interface_exists(ctx, name, autoload):
    cls = found_class(ctx, name, autoload)
    return cls is not None and cls.is_interface


@builtin('trait_exists(string $trait, bool $autoload = true): bool')
def trait_exists(ctx, name, autoload):
    cls = found_class(ctx, name, autoload)
    return cls is not None and kind_of(cls) == KIND_TRAIT


def declared_names(ctx, wants_interfaces, wants_traits):
    w_names = new_array(0)
    for name in ENGINE_CLASSES:
        if ctx.find_class(name).is_interface == wants_interfaces and not wants_traits:
            w_names.append(new_str(name))
    for cls in ctx.declared:
        if cls.is_interface == wants_interfaces and cls.is_trait == wants_traits:
            w_names.append(new_str(cls.name))
    return w_names


@builtin('get_declared_classes(): array')
def get_declared_classes(ctx):
    return declared_names(ctx, False, False)


@builtin('get_declared_interfaces(): array')
def get_declared_interfaces(ctx):
    return declared_names(ctx, True, False)


@builtin('get_declared_traits(): array')
def get_declared_traits(ctx):
    return declared_names(ctx, False, True)


@builtin('enum_exists(string $enum, bool $autoload = true): bool')
def enum_exists(ctx, name, autoload):
    cls = found_class(ctx, name, autoload)
    return cls is not None and kind_of(cls) == KIND_ENUM


@builtin('method_exists(mixed $object_or_class, string $method): bool')
def method_exists(ctx, w_class, method):
    check_object_or_name(ctx, 'method_exists', w_class)
    cls = class_of(ctx, w_class)
    if cls is None:
        return False
    lower = ascii_lower(method)
    func = cls.find_method(lower)
    if func is None:
        return isinstance(w_class, W_Closure) and lower == '__invoke' or cls.name == 'Closure' and lower == '__invoke'
    if isinstance(w_class, W_Object) or not isinstance(func, UserFunction):
        return True
    return func.visibility != PRIVATE or func.cls is cls


@builtin('property_exists(mixed $object_or_class, string $property): bool')
def property_exists(ctx, w_class, name):
    check_object_or_name(ctx, 'property_exists', w_class)
    cls = class_of(ctx, w_class)
    if cls is None:
        return False
    info = cls.find_property(name)
    if info is None:
        static = cls.find_static(name)
        if static is not None:
            info = static.info
    if info is not None and (info.visibility != PRIVATE or info.cls is cls):
        return True
    return isinstance(w_class, W_Object) and w_class.map.index.get(name, -1) >= len(cls.property_list)


# -- kinship --------------------------------------------------------------------------------------------------------------

def is_kin(ctx, w_class, name, allow_string, strictly):
    if isinstance(w_class, W_Str) and not allow_string:
        return False
    cls = class_of(ctx, w_class)
    if cls is None:
        return False
    other = ctx.find_class(name)
    if other is None or strictly and other is cls:
        return False
    return cls.is_subclass_of(other)


@builtin('is_a(mixed $object_or_class, string $class, bool $allow_string = false): bool')
def is_a(ctx, w_class, name, allow_string):
    return is_kin(ctx, w_class, name, allow_string, False)


@builtin('is_subclass_of(mixed $object_or_class, string $class, bool $allow_string = true): bool')
def is_subclass_of(ctx, w_class, name, allow_string):
    return is_kin(ctx, w_class, name, allow_string, True)


def class_or_warning(ctx, name, w, autoload):
    check_object_or_name(ctx, name, w)
    if isinstance(w, W_Str):
        cls = found_class(ctx, w.as_str(), autoload)
        if cls is None:
            ctx.warning('%s(): Class %s does not exist%s' % (
                name, w.as_str(), ' and could not be loaded' if autoload else ''))
        return cls
    return class_of(ctx, w)


@builtin('class_parents(mixed $object_or_class, bool $autoload = true): array|false')
def class_parents(ctx, w_class, autoload):
    cls = class_or_warning(ctx, 'class_parents', w_class, autoload)
    if cls is None:
        return w_false
    w_names = new_array(0)
    cls = cls.parent
    while cls is not None:
        add_name(w_names, cls)
        cls = cls.parent
    return w_names


@builtin('class_implements(mixed $object_or_class, bool $autoload = true): array|false')
def class_implements(ctx, w_class, autoload):
    cls = class_or_warning(ctx, 'class_implements', w_class, autoload)
    if cls is None:
        return w_false
    w_names = new_array(0)
    for interface in ordered_interfaces(ctx, cls):
        add_name(w_names, interface)
    return w_names


@builtin('class_uses(mixed $object_or_class, bool $autoload = true): array|false')
def class_uses(ctx, w_class, autoload):
    cls = class_or_warning(ctx, 'class_uses', w_class, autoload)
    if cls is None:
        return w_false
    w_names = new_array(len(cls.traits))
    for trait in cls.traits:
        add_name(w_names, trait)
    return w_names


def add_name(w_names, cls):
    w_names.put_key(new_str(cls.name), new_str(cls.name))


def ordered_interfaces(ctx, cls):
    """All interfaces of a class in PHP's order: the parent's, its own, what its own extend; without own ones the parent's backwards."""
    found = []
    if cls.parent is not None:
        found = ordered_interfaces(ctx, cls.parent)
    own_ones = named_interfaces(ctx, cls)
    if len(own_ones) == 0:
        found.reverse()
        return found
    for interface in own_ones:
        add_once(found, interface)
    for interface in own_ones:
        for inner in ordered_interfaces(ctx, interface):
            add_once(found, inner)
    return found


def named_interfaces(ctx, cls):
    """The interfaces that a declaration names, and Stringable for its __toString()."""
    found = []
    declaration = cls.declaration
    if declaration is None:
        if cls.parent is None:
            for interface in cls.interfaces:
                found.append(interface)
        return found
    for name in declaration.interfaces:
        add_once(found, ctx.find_class(name))
    if cls.enum is not None:
        add_once(found, ctx.find_class('unitenum'))
        if cls.enum.backing != '':
            add_once(found, ctx.find_class('backedenum'))
    func = cls.methods.get('__tostring', None)
    if isinstance(func, UserFunction) and func.cls is cls:
        add_once(found, ctx.find_class('stringable'))
    return found


def add_once(found, cls):
    for known in found:
        if known is cls:
            return
    found.append(cls)


def kind_text(cls):
    if cls.enum is not None:
        return 'enum'
    if cls.is_interface:
        return 'interface'
    return 'trait' if kind_of(cls) == KIND_TRAIT else 'class'


@builtin('class_alias(string $class, string $alias, bool $autoload = true): bool')
def class_alias(ctx, name, alias_name, autoload):
    cls = found_class(ctx, name, autoload)
    if cls is None:
        ctx.warning('Class "%s" not found' % name)
        return False
    if cls.is_internal:
        raise ctx.error('ValueError', (
            'class_alias(): Argument #1 ($class) must be a user-defined class name, internal class name given'))
    if alias_name[:1] == '\\':
        alias_name = alias_name[1:]
    cell = ctx.symbols.class_cell(alias_name)
    if cell.cls is not None:
        ctx.warning('Cannot declare %s %s, because the name is already in use' % (kind_text(cls), alias_name))
        return False
    cell.cls = cls
    return True


@builtin('spl_classes(): array')
def spl_classes(ctx):
    w_names = new_array(len(SPL_CLASSES))
    for name in SPL_CLASSES:
        w_names.put_str(name, new_str(name))
    return w_names


# -- properties -----------------------------------------------------------------------------------------------------------

@builtin('get_object_vars(object $object): array')
def get_object_vars(ctx, w_object):
    assert isinstance(w_object, W_Object)
    scope = calling_scope(ctx)
    w_vars = new_array(0)
    declared = len(w_object.get_class().property_list)
    for entry in w_object.property_list():
        if entry.slot >= declared or find_slot(w_object.map, entry.name, scope) == entry.slot:
            w_vars.put_key(new_str(entry.name), copied(entry.w_value))
    return w_vars


@builtin('get_mangled_object_vars(object $object): array')
def get_mangled_object_vars(ctx, w_object):
    assert isinstance(w_object, W_Object)
    return object_to_array(w_object)


@builtin('get_class_vars(string $class): array')
def get_class_vars(ctx, name):
    cls = ctx.load_class_or_none(name)
    if cls is None:
        raise ctx.error('TypeError', 'get_class_vars(): Argument #1 ($class) must be a valid class name, %s given' % name)
    if cls.has_thunks:
        objects.compute_defaults(ctx, cls)
    w_vars = new_array(0)
    if cls.enum is not None:
        w_vars.put_str('name', w_null)
        if cls.enum.backing != '':
            w_vars.put_str('value', w_null)
    add_class_vars(ctx, w_vars, cls, False)
    add_class_vars(ctx, w_vars, cls, True)
    return w_vars


def add_class_vars(ctx, w_vars, cls, statics):
    """Adds the default values of the properties that the caller may see: a class's own first, then its parents'."""
    scope = calling_scope(ctx)
    seen = {}
    level = cls
    while level is not None:
        for info in own_properties(level):
            if info.name not in seen:
                seen[info.name] = True
                if info.is_static == statics and is_visible(info.visibility, info.cls, scope):
                    w_vars.put_str(info.name, default_of(ctx, cls, info))
        level = level.parent


def own_properties(cls):
    """The PropertyInfos that a class declares itself, in its order."""
    found = []
    declaration = cls.declaration
    if declaration is None:
        for info in cls.property_list:
            if info.cls is cls:
                found.append(info)
        return found
    for prop in declaration.properties:
        info = cls.properties.get(prop.name, None)
        if info is None:
            static = cls.static_properties.get(prop.name, None)
            if static is not None:
                info = static.info
        if info is not None:
            found.append(info)
    return found


def default_of(ctx, cls, info):
    if not info.is_static:
        w_default = cls.defaults[info.slot]
    elif info.code is not None:
        return ctx.run_thunk(info.code, info.cls)
    else:
        w_default = info.w_default
    if w_default is None:
        return w_null
    return owned(w_default)


# -- methods --------------------------------------------------------------------------------------------------------------

@builtin('get_class_methods(object|string $object_or_class): array', raw=('object_or_class',))
def get_class_methods(ctx, w_class):
    cls = checked_class(ctx, 'get_class_methods', w_class)
    scope = calling_scope(ctx)
    w_names = new_array(0)
    for lower in ordered_methods(cls):
        func = cls.methods[lower]
        if not isinstance(func, UserFunction) or is_visible(func.visibility, func.cls, scope):
            w_names.append(new_str(func.name))
    return w_names


def ordered_methods(cls):
    """The lower-case names of all methods: a class's own first, then its parents', then what is left abstract."""
    found = []
    seen = {}
    level = cls
    while level is not None:
        if level.declaration is not None:
            for method in level.declaration.methods:
                add_name_once(found, seen, ascii_lower(method.name))
        for lower in level.method_names:
            func = level.methods[lower]
            if func.owner_name() == level.name:
                add_name_once(found, seen, lower)
        level = level.parent
    for lower in cls.method_names:
        add_name_once(found, seen, lower)
    return found


def add_name_once(found, seen, name):
    if name not in seen:
        seen[name] = True
        found.append(name)


# -- objects --------------------------------------------------------------------------------------------------------------

@builtin('spl_object_id(object $object): int')
def spl_object_id(ctx, w_object):
    assert isinstance(w_object, W_Object)
    return w_object.object_id()


@builtin('spl_object_hash(object $object): string')
def spl_object_hash(ctx, w_object):
    assert isinstance(w_object, W_Object)
    digits = '%x' % w_object.object_id()
    return '0' * (16 - len(digits)) + digits + '0' * 16
