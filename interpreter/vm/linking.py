"""From a class declaration to a class: inheritance, interfaces, property slots, and PHP's checks (Zend/zend_inheritance.c)."""
from __future__ import absolute_import

from hippy.interpreter.compiler.class_declaration import (
    CLASS_ENUM, CLASS_INTERFACE, CLASS_TRAIT, MOD_ABSTRACT, MOD_FINAL, MOD_PRIVATE, MOD_PROTECTED, MOD_READONLY, MOD_STATIC)
from hippy.interpreter.errors import E_COMPILE_ERROR, FatalError
from hippy.interpreter.objects.classes import (
    ClassConstant, PRIVATE, PROTECTED, PUBLIC, PropertyInfo, StaticProperty, W_Class)
from hippy.interpreter.objects.functions import UserFunction
from hippy.interpreter.objects.instances import Map
from hippy.interpreter.objects.values import W_Float, W_Int, w_null
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.vm import enums, inheritance, traits


def visibility_of(modifiers):
    if modifiers & MOD_PRIVATE:
        return PRIVATE
    if modifiers & MOD_PROTECTED:
        return PROTECTED
    return PUBLIC


def failure(declaration, message):
    return FatalError(message, E_COMPILE_ERROR, declaration.file, declaration.start_line)


def link(ctx, declaration):
    """The W_Class of a declaration. Loads parents; FatalError where PHP refuses the class."""
    used = traits.load_traits(ctx, declaration)
    parent = None
    if declaration.parent != '':
        parent = load_parent(ctx, declaration)
    cls = W_Class(declaration.name, parent)
    cls.declaration = declaration
    cls.is_abstract = declaration.modifiers & MOD_ABSTRACT != 0
    cls.is_final = declaration.modifiers & MOD_FINAL != 0
    cls.allows_dynamic = declaration.allows_dynamic
    cls.is_interface = declaration.class_kind == CLASS_INTERFACE
    cls.is_trait = declaration.class_kind == CLASS_TRAIT
    cls.traits = used
    if parent is not None:
        inherit_parent(cls, parent)
    cls.ancestors[ascii_lower(cls.name)] = True
    if declaration.class_kind == CLASS_ENUM:
        enums.prepare(cls, declaration)
    for constant in declaration.constants:
        add_constant(declaration, cls, constant)
    for prop in declaration.properties:
        add_property(ctx, declaration, cls, prop)
    overridden = []
    for method in declaration.methods:
        add_method(declaration, cls, method, overridden)
    if len(used) > 0:
        bind_traits(ctx, declaration, cls, used, overridden)
    interfaces = interfaces_of(ctx, declaration, cls)
    for interface in interfaces:
        implement(ctx, declaration, cls, interface)
    note_serializable(ctx, declaration, cls)
    if cls.enum is not None:
        enums.verify(cls, declaration)
    for pair in overridden:
        inheritance.check_signature(ctx, cls, pair.func, pair.inherited)
    for interface in interfaces:
        check_implementation(ctx, declaration, cls, interface)
    finish(ctx, cls)
    check_abstract(declaration, cls)
    return cls


def bind_traits(ctx, declaration, cls, used, overridden):
    binding = traits.TraitBinding(ctx, declaration, cls, used)
    binding.bind()
    for trait in used:
        for prop in binding.properties_of(trait):
            add_property(ctx, declaration, cls, prop)
    for pair in binding.replaced:
        check_replaced(declaration, cls, pair.func, pair.inherited)
        overridden.append(Overridden(pair.func, pair.inherited))


class Overridden(object):
    """A method and the one it takes the place of."""
    _attrs_ = ('func', 'inherited')

    def __init__(self, func, inherited):
        self.func = func
        self.inherited = inherited


def interfaces_of(ctx, declaration, cls):
    """The interfaces that a class names, and Stringable where it has __toString()."""
    found = []
    for name in declaration.interfaces:
        interface = ctx.load_class_or_none(name)
        if interface is None:
            raise ctx.error('Error', 'Interface "%s" not found' % name)
        if not interface.is_interface:
            raise failure(declaration, '%s cannot implement %s - it is not an interface' % (cls.name, interface.name))
        found.append(interface)
    if cls.enum is not None:
        found.append(ctx.find_class('UnitEnum' if cls.enum.backing == '' else 'BackedEnum'))
    if cls.find_own_method('__tostring') is not None and 'stringable' not in cls.ancestors:
        found.append(ctx.find_class('stringable'))
    return found


def check_implementation(ctx, declaration, cls, interface):
    """The methods of an interface against those that the class has in their place."""
    for lower in interface.method_names:
        wanted = interface.methods[lower]
        func = cls.methods[lower]
        if func is wanted or not isinstance(func, UserFunction) or func.cls.is_interface and not cls.is_interface:
            continue
        if isinstance(wanted, UserFunction):
            check_override(declaration, cls, func, wanted)
        elif func.visibility != PUBLIC:
            raise refused(func, inheritance.access_level('%s::%s()' % (func.cls.name, func.name), PUBLIC, interface))
        inheritance.check_signature(ctx, cls, func, wanted)


def load_parent(ctx, declaration):
    parent = ctx.load_class_or_none(declaration.parent)
    if parent is None:
        raise ctx.error('Error', 'Class "%s" not found' % declaration.parent)
    if parent.is_interface:
        raise failure(declaration, 'Class %s cannot extend interface %s' % (declaration.name, parent.name))
    if parent.is_trait:
        raise failure(declaration, 'Class %s cannot extend trait %s' % (declaration.name, parent.name))
    if parent.is_final:
        raise failure(declaration, 'Class %s cannot extend final class %s' % (declaration.name, parent.name))
    return parent


def inherit_parent(cls, parent):
    for name in parent.ancestors:
        cls.ancestors[name] = True
    for interface in parent.interfaces:
        cls.interfaces.append(interface)
    for name in parent.constant_names:
        constant = parent.constants[name]
        if constant.visibility != PRIVATE:
            cls.constants[name] = constant
            cls.constant_names.append(name)
    for lower in parent.method_names:
        cls.methods[lower] = parent.methods[lower]
        cls.method_names.append(lower)
    for info in parent.property_list:
        cls.property_list.append(info)
    for name in parent.properties:
        info = parent.properties[name]
        if not (info.visibility == PRIVATE and info.cls is parent):
            cls.properties[name] = info
        elif name not in cls.properties:
            cls.properties[name] = info
    for name in parent.static_names:
        static = parent.static_properties[name]
        cls.static_properties[name] = static
        cls.static_names.append(name)
    cls.is_throwable = parent.is_throwable
    cls.init_native = parent.init_native
    cls.defaults = parent.defaults[:]
    cls.thunks = parent.thunks[:]


def add_constant(declaration, cls, constant):
    inherited = cls.constants.get(constant.name, None)
    title = '%s::%s' % (cls.name, constant.name)
    if inherited is None:
        cls.constant_names.append(constant.name)
    elif inherited.is_final:
        raise failure(declaration, '%s cannot override final constant %s::%s' % (title, inherited.cls.name, constant.name))
    elif visibility_of(constant.modifiers) > inherited.visibility:
        raise failure(declaration, inheritance.access_level(title, inherited.visibility, inherited.cls))
    w_value = constant.w_value
    if constant.is_case:
        w_value = None
    added = ClassConstant(constant.name, cls, visibility_of(constant.modifiers), w_value, constant.code)
    added.is_final = constant.modifiers & MOD_FINAL != 0
    if constant.is_case:
        added.is_case = True
        added.w_backing = constant.w_value
    cls.constants[constant.name] = added


def add_property(ctx, declaration, cls, prop):
    visibility = visibility_of(prop.modifiers)
    is_static = prop.modifiers & MOD_STATIC != 0
    readonly = prop.modifiers & MOD_READONLY != 0 or declaration.modifiers & MOD_READONLY != 0
    inherited = cls.properties.get(prop.name, None)
    if inherited is None and prop.name in cls.static_properties:
        inherited = cls.static_properties[prop.name].info
    if inherited is not None:
        clash = inheritance.property_clash(cls, prop.name, is_static, visibility, readonly, prop.type, inherited)
        if clash != '':
            raise failure(declaration, clash)
    if is_static:
        info = PropertyInfo(prop.name, cls, visibility, True, False, prop.type, prop.w_default, prop.code, -1)
        if prop.name not in cls.static_properties:
            cls.static_names.append(prop.name)
        cls.static_properties[prop.name] = StaticProperty(info)
        return
    slot = len(cls.property_list)
    if inherited is not None and inherited.visibility != PRIVATE:
        slot = inherited.slot
    info = PropertyInfo(prop.name, cls, visibility, False, readonly, prop.type, prop.w_default, prop.code, slot)
    w_default = prop.w_default
    if w_default is None and prop.code is None and prop.type is None:
        w_default = w_null
    elif prop.type is not None and isinstance(w_default, W_Int) and prop.type.text == 'float':
        w_default = W_Float(float(w_default.intval))  # dialect: an int
    if slot == len(cls.property_list):
        cls.property_list.append(info)
        cls.defaults = cls.defaults + [w_default]
        cls.thunks = cls.thunks + [prop.code]
    else:
        cls.property_list[slot] = info
        defaults = cls.defaults[:]
        defaults[slot] = w_default
        cls.defaults = defaults
        thunks = cls.thunks[:]
        thunks[slot] = prop.code
        cls.thunks = thunks
    cls.properties[prop.name] = info


def add_method(declaration, cls, method, overridden):
    lower = ascii_lower(method.name)
    modifiers = method.modifiers
    func = UserFunction(method.name, method.code, cls, visibility_of(modifiers), modifiers & MOD_STATIC != 0,
                        modifiers & MOD_ABSTRACT != 0, modifiers & MOD_FINAL != 0)
    inherited = cls.methods.get(lower, None)
    check_replaced(declaration, cls, func, inherited)
    if inherited is not None:
        overridden.append(Overridden(func, inherited))
    if lower not in cls.methods:
        cls.method_names.append(lower)
    cls.methods[lower] = func


def check_replaced(declaration, cls, func, inherited):
    if isinstance(inherited, UserFunction):
        check_override(declaration, cls, func, inherited)
    elif inherited is not None and inherited.is_final_method():
        raise refused(func, 'Cannot override final method %s::%s()' % (cls.parent.name, inherited.name))


def refused(func, message):
    return FatalError(message, E_COMPILE_ERROR, func.code.file, func.code.start_line)


def check_override(declaration, cls, func, inherited):
    if inherited.visibility == PRIVATE:
        return
    owner = inherited.cls.name
    if inherited.is_final:
        raise refused(func, 'Cannot override final method %s::%s()' % (owner, inherited.name))
    if inherited.is_static and not func.is_static:
        raise refused(func, 'Cannot make static method %s::%s() non static in class %s' % (owner, inherited.name, cls.name))
    if func.is_static and not inherited.is_static:
        raise refused(func, 'Cannot make non static method %s::%s() static in class %s' % (owner, inherited.name, cls.name))
    if func.is_abstract and not inherited.is_abstract:
        raise refused(func, 'Cannot make non abstract method %s::%s() abstract in class %s' % (owner, inherited.name, cls.name))
    if func.visibility > inherited.visibility:
        raise refused(func, inheritance.access_level('%s::%s()' % (func.cls.name, func.name), inherited.visibility, inherited.cls))


def implement(ctx, declaration, cls, interface):
    """Adds an interface and those it extends."""
    enums.check_interface(declaration, cls, interface)
    for inner in interface.interfaces:
        if inner not in cls.interfaces:
            cls.interfaces.append(inner)
    if interface not in cls.interfaces:
        cls.interfaces.append(interface)
    for name in interface.ancestors:
        cls.ancestors[name] = True
    for name in interface.constant_names:
        if name not in cls.constants:
            cls.constants[name] = interface.constants[name]
            cls.constant_names.append(name)
    for lower in interface.method_names:
        if lower not in cls.methods:
            cls.methods[lower] = interface.methods[lower]
            cls.method_names.append(lower)
    if ascii_lower(interface.name) == 'throwable' and not cls.is_interface and not cls.is_throwable:
        raise failure(declaration, 'Class %s cannot implement interface Throwable, extend Exception or Error instead' % cls.name)


def check_abstract(declaration, cls):
    check_private_requirements(declaration, cls)
    if cls.is_abstract or cls.is_interface or cls.is_trait:
        return
    missing = []
    for lower in cls.method_names:
        func = cls.methods[lower]
        if func.is_abstract_method():
            missing.append('%s::%s' % (func.owner_name(), func.name))
    if len(missing) == 0:
        return
    shown = missing[:3]
    listed = ', '.join(shown)
    if len(missing) > 3:
        listed = listed + ', ...'
    plural = len(missing) > 1
    if cls.enum is not None:
        raise failure(declaration, 'Enum %s must implement %d abstract private method%s (%s)' % (
            cls.name, len(missing), 's' if plural else '', listed))
    raise failure(declaration, 'Class %s contains %d abstract method%s and must therefore be declared abstract or implement the '
                  'remaining methods (%s)' % (cls.name, len(missing), 's' if plural else '', listed))


def note_serializable(ctx, declaration, cls):
    if 'serializable' not in cls.ancestors or cls.is_interface or cls.is_abstract:
        return
    if cls.find_own_method('__serialize') is None or cls.find_own_method('__unserialize') is None:
        ctx.deprecated_at('%s implements the Serializable interface, which is deprecated. Implement __serialize() and __unserialize() instead '
                          '(or in addition, if support for old PHP versions is necessary)' % cls.name, declaration.file,
                          declaration.start_line)


def check_private_requirements(declaration, cls):
    """What a trait demands as private can only be in the class itself."""
    if cls.is_trait or not cls.is_abstract:
        return
    for lower in cls.method_names:
        func = cls.methods[lower]
        if isinstance(func, UserFunction) and func.is_abstract and func.visibility == PRIVATE:
            raise failure(declaration, 'Class %s must implement 1 abstract private method (%s::%s)' % (cls.name, func.cls.name, func.name))


def finish(ctx, cls):
    """Fixes the layout of objects and looks the magic methods up."""
    names = []
    index = {}
    for info in cls.property_list:
        names.append(info.name)
    for name in cls.properties:
        info = cls.properties[name]
        if not (info.visibility == PRIVATE and info.cls is not cls):
            index[name] = info.slot
    # private properties of parents keep their slots, but not their names
    visible = {}
    for name in cls.properties:
        info = cls.properties[name]
        if info.visibility != PRIVATE or info.cls is cls:
            visible[name] = info
    cls.properties = visible
    cls.map = Map(cls, names, index)
    for code in cls.thunks:
        if code is not None:
            cls.has_thunks = True
    cls.constructor = cls.methods.get('__construct', None)
    cls.method_get = cls.methods.get('__get', None)
    cls.method_set = cls.methods.get('__set', None)
    cls.method_isset = cls.methods.get('__isset', None)
    cls.method_unset = cls.methods.get('__unset', None)
    cls.method_call = cls.methods.get('__call', None)
    cls.method_callstatic = cls.methods.get('__callstatic', None)


