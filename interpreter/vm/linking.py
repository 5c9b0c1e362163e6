"""From a class declaration to a class: inheritance, interfaces, property slots, and PHP's checks (Zend/zend_inheritance.c)."""
from __future__ import absolute_import

from hippy.interpreter.compiler.class_declaration import (
    CLASS_ENUM, CLASS_INTERFACE, CLASS_TRAIT, MOD_ABSTRACT, MOD_FINAL, MOD_PRIVATE, MOD_PROTECTED, MOD_READONLY, MOD_STATIC, listed_methods,
    missing_methods)
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
    """The W_Class of a declaration. Loads what it names; FatalError where PHP refuses the class."""
    parent = None
    if declaration.parent != '':
        parent = ctx.load_class_or_none(declaration.parent)
        if parent is None:
            raise ctx.error('Error', 'Class "%s" not found' % declaration.parent)
    used = traits.load_traits(ctx, declaration)
    for name in declaration.interfaces:
        load_interface(ctx, name)
    linked = Linking(ctx, declaration, parent)
    linked.begin()
    linked.check_parent()
    linked.check_members()
    linked.complete(used)
    return linked.cls


def link_early(ctx, declaration, early):
    """The same while its source is being compiled, for a class without interfaces and traits whose parent is there. The class waits in
    declaration.linked; early: those of the same source, by lower name. False when it must be linked later, for types that name classes
    which are not there yet (Zend/zend_inheritance.c zend_try_early_bind)."""
    parent = None
    if declaration.parent != '':
        parent = early.get(ascii_lower(declaration.parent), None)
        if parent is None:
            parent = ctx.find_class(declaration.parent)
    before = ctx.early_classes
    ctx.early_classes = early
    try:
        linked = Linking(ctx, declaration, parent)
        linked.begin()
        if not linked.is_decidable():
            return False
        linked.check_parent()
        linked.check_members()
        linked.complete([])
    finally:
        ctx.early_classes = before
    early[ascii_lower(declaration.name)] = linked.cls
    declaration.linked = linked.cls
    return True


class Linking(object):
    """A class on its way from a declaration. methods, properties, constants: those that take the place of inherited ones."""
    _attrs_ = ('ctx', 'declaration', 'cls', 'parent', 'methods', 'properties', 'constants')

    def __init__(self, ctx, declaration, parent):
        self.ctx = ctx
        self.declaration = declaration
        self.parent = parent
        self.cls = W_Class(declaration.name, parent)
        self.methods = []
        self.properties = []
        self.constants = []

    def begin(self):
        """Adds what is inherited and what is declared, unchecked."""
        declaration = self.declaration
        cls = self.cls
        cls.declaration = declaration
        cls.is_abstract = declaration.modifiers & MOD_ABSTRACT != 0
        cls.is_final = declaration.modifiers & MOD_FINAL != 0
        cls.allows_dynamic = declaration.allows_dynamic
        cls.is_interface = declaration.class_kind == CLASS_INTERFACE
        cls.is_trait = declaration.class_kind == CLASS_TRAIT
        if self.parent is not None:
            inherit_parent(cls, self.parent)
        cls.ancestors[ascii_lower(cls.name)] = True
        if declaration.class_kind == CLASS_ENUM:
            enums.prepare(cls, declaration)
        for constant in declaration.constants:
            self.add_constant(constant)
        for prop in declaration.properties:
            self.add_property(prop)
        for method in declaration.methods:
            self.add_method(method)

    def add_constant(self, constant):
        cls = self.cls
        inherited = cls.constants.get(constant.name, None)
        added = add_constant(cls, constant)
        if inherited is not None:
            self.constants.append(OverriddenConstant(added, inherited))

    def add_property(self, prop):
        inherited = find_property(self.cls, prop.name)
        info = add_property(self.declaration, self.cls, prop, inherited)
        if inherited is not None:
            self.properties.append(OverriddenProperty(info, inherited))

    def add_method(self, method):
        cls = self.cls
        lower = ascii_lower(method.name)
        modifiers = method.modifiers
        func = UserFunction(method.name, method.code, cls, visibility_of(modifiers), modifiers & MOD_STATIC != 0,
                            modifiers & MOD_ABSTRACT != 0, modifiers & MOD_FINAL != 0)
        inherited = cls.methods.get(lower, None)
        if inherited is None:
            cls.method_names.append(lower)
        else:
            self.methods.append(Overridden(func, inherited))
        cls.methods[lower] = func

    def overridden_methods(self):
        """In the order in which the parent has them."""
        pairs = {}
        for pair in self.methods:
            pairs[ascii_lower(pair.func.name)] = pair
        found = []
        for lower in self.cls.method_names:
            pair = pairs.get(lower, None)
            if pair is not None:
                found.append(pair)
        return found

    def is_decidable(self):
        """Whether all classes are there that a comparison of types needs."""
        for pair in self.overridden_methods():
            status = inheritance.method_status(self.ctx, self.cls, pair.func, pair.inherited)
            if status == inheritance.UNKNOWN:
                return False
            if status == inheritance.CLASHES:
                return True
        for pair in self.properties:
            status = inheritance.property_status(self.ctx, self.cls, pair.info, pair.inherited)
            if status == inheritance.UNKNOWN:
                return False
            if status == inheritance.CLASHES:
                return True
        return True

    def check_parent(self):
        parent = self.parent
        if parent is None:
            return
        declaration = self.declaration
        if parent.is_final:
            raise failure(declaration, 'Class %s cannot extend final class %s' % (declaration.name, parent.name))
        if parent.is_interface or parent.is_trait:
            word = 'interface' if parent.is_interface else 'trait'
            raise failure(declaration, 'Class %s cannot extend %s %s' % (declaration.name, word, parent.name))
        is_readonly = declaration.modifiers & MOD_READONLY != 0
        if is_readonly != (parent.declaration is not None and parent.declaration.modifiers & MOD_READONLY != 0):
            raise failure(declaration, '%s class %s cannot extend %s class %s' % (
                'Readonly' if is_readonly else 'Non-readonly', declaration.name, 'non-readonly' if is_readonly else 'readonly', parent.name))

    def check_members(self):
        """What stands in the place of the parent's members, in PHP's order."""
        declaration = self.declaration
        cls = self.cls
        for pair in self.properties:
            clash = inheritance.property_clash(self.ctx, cls, pair.info, pair.inherited)
            if clash != '':
                raise failure(declaration, clash)
        for pair in self.constants:
            check_constant(declaration, pair.constant, pair.inherited)
        for pair in self.overridden_methods():
            check_override(self.ctx, cls, pair.func, pair.inherited)

    def complete(self, used):
        """Traits, interfaces, and what is asked of the whole."""
        ctx = self.ctx
        declaration = self.declaration
        cls = self.cls
        cls.traits = used
        if len(used) > 0:
            bind_traits(ctx, declaration, cls, used)
        interfaces = interfaces_of(ctx, declaration, cls)
        for interface in interfaces:
            implement(ctx, declaration, cls, interface)
        note_serializable(ctx, declaration, cls)
        if cls.enum is not None:
            enums.verify(cls, declaration)
        for interface in interfaces:
            check_implementation(ctx, cls, interface)
        finish(ctx, cls)
        check_abstract(declaration, cls)


def bind_traits(ctx, declaration, cls, used):
    binding = traits.TraitBinding(ctx, declaration, cls, used)
    binding.bind()
    for trait in used:
        for prop in binding.properties_of(trait):
            inherited = find_property(cls, prop.name)
            info = add_property(declaration, cls, prop, inherited)
            if inherited is not None:
                clash = inheritance.property_clash(ctx, cls, info, inherited)
                if clash != '':
                    raise failure(declaration, clash)
    for pair in binding.replaced:
        check_override(ctx, cls, pair.func, pair.inherited)


class Overridden(object):
    """A method and the one it takes the place of."""
    _attrs_ = ('func', 'inherited')

    def __init__(self, func, inherited):
        self.func = func
        self.inherited = inherited


class OverriddenProperty(object):
    _attrs_ = ('info', 'inherited')

    def __init__(self, info, inherited):
        self.info = info
        self.inherited = inherited


class OverriddenConstant(object):
    _attrs_ = ('constant', 'inherited')

    def __init__(self, constant, inherited):
        self.constant = constant
        self.inherited = inherited


def load_interface(ctx, name):
    interface = ctx.load_class_or_none(name)
    if interface is None:
        raise ctx.error('Error', 'Interface "%s" not found' % name)
    return interface


def interfaces_of(ctx, declaration, cls):
    """The interfaces that a class names, and Stringable where it has __toString()."""
    found = []
    for name in declaration.interfaces:
        interface = load_interface(ctx, name)
        if not interface.is_interface:
            raise failure(declaration, '%s cannot implement %s - it is not an interface' % (cls.name, interface.name))
        found.append(interface)
    if cls.enum is not None:
        found.append(ctx.find_class('UnitEnum' if cls.enum.backing == '' else 'BackedEnum'))
    if cls.find_own_method('__tostring') is not None and 'stringable' not in cls.ancestors:
        found.append(ctx.find_class('stringable'))
    return found


def check_implementation(ctx, cls, interface):
    """The methods of an interface against those that the class has in their place."""
    for lower in interface.method_names:
        wanted = interface.methods[lower]
        func = cls.methods[lower]
        if func is wanted or not isinstance(func, UserFunction) or func.cls.is_interface and not cls.is_interface:
            continue
        check_override(ctx, cls, func, wanted)


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
    cls.maker = parent.maker
    cls.defaults = parent.defaults[:]
    cls.thunks = parent.thunks[:]


def check_constant(declaration, constant, inherited):
    title = '%s::%s' % (declaration.name, constant.name)
    if constant.visibility > inherited.visibility:
        raise failure(declaration, inheritance.access_level(title, inherited.visibility, inherited.cls))
    if inherited.is_final:
        raise failure(declaration, '%s cannot override final constant %s::%s' % (title, inherited.cls.name, constant.name))


def add_constant(cls, constant):
    if constant.name not in cls.constants:
        cls.constant_names.append(constant.name)
    w_value = constant.w_value
    if constant.is_case:
        w_value = None
    added = ClassConstant(constant.name, cls, visibility_of(constant.modifiers), w_value, constant.code)
    added.is_final = constant.modifiers & MOD_FINAL != 0
    if constant.is_case:
        added.is_case = True
        added.w_backing = constant.w_value
    cls.constants[constant.name] = added
    return added


def find_property(cls, name):
    """The PropertyInfo of a property that the class inherits, or None."""
    inherited = cls.properties.get(name, None)
    if inherited is None and name in cls.static_properties:
        inherited = cls.static_properties[name].info
    return inherited


def add_property(declaration, cls, prop, inherited):
    """The new PropertyInfo; inherited: the one that it stands for, or None."""
    visibility = visibility_of(prop.modifiers)
    is_static = prop.modifiers & MOD_STATIC != 0
    readonly = prop.modifiers & MOD_READONLY != 0 or declaration.modifiers & MOD_READONLY != 0
    if is_static:
        info = PropertyInfo(prop.name, cls, visibility, True, False, prop.type, prop.w_default, prop.code, -1)
        if prop.name not in cls.static_properties:
            cls.static_names.append(prop.name)
        cls.static_properties[prop.name] = StaticProperty(info)
        return info
    slot = len(cls.property_list)
    if inherited is not None and inherited.visibility != PRIVATE and not inherited.is_static:
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
    return info


def refused(func, message):
    return FatalError(message, E_COMPILE_ERROR, func.code.file, func.code.start_line)


def check_override(ctx, cls, func, inherited):
    """func, of cls or inherited by it, in the place of another method (Zend/zend_inheritance.c do_inheritance_check_on_method)."""
    theirs = inheritance.Inherited(ctx, inherited)
    if theirs.visibility == PRIVATE and not theirs.is_abstract and not theirs.is_constructor:
        return
    title = '%s::%s()' % (theirs.cls.name, func.name)
    if theirs.is_final:
        raise refused(func, 'Cannot override final method %s' % title)
    if theirs.is_static and not func.is_static:
        raise refused(func, 'Cannot make static method %s non static in class %s' % (title, func.cls.name))
    if func.is_static and not theirs.is_static:
        raise refused(func, 'Cannot make non static method %s static in class %s' % (title, func.cls.name))
    if func.is_abstract and not theirs.is_abstract:
        raise refused(func, 'Cannot make non abstract method %s abstract in class %s' % (title, func.cls.name))
    prototype = theirs
    if theirs.is_constructor:
        prototype = theirs.prototype()
        if not prototype.is_abstract:
            return
    if func.visibility > theirs.visibility:
        raise refused(func, inheritance.access_level('%s::%s()' % (func.cls.name, func.name), theirs.visibility, prototype.cls))
    inheritance.check_signature(ctx, cls, func, prototype.function)


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
    if cls.enum is not None:
        raise failure(declaration, 'Enum %s must implement %d abstract private method%s (%s)' % (
            cls.name, len(missing), 's' if len(missing) > 1 else '', listed_methods(missing)))
    raise failure(declaration, missing_methods(cls.name, missing))


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
    cls.map = Map(cls, names, index, [])
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


