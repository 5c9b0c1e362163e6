"""Whether a class may declare what it overrides: signatures, properties, constants (Zend/zend_inheritance.c)."""
from __future__ import absolute_import

from hippy.interpreter.errors import E_COMPILE_ERROR, FatalError
from hippy.interpreter.objects.classes import PRIVATE, PROTECTED, VISIBILITY_NAMES
from hippy.interpreter.objects.functions import NativeMethod, UserFunction
from hippy.interpreter.objects.types import (
    T_ARRAY, T_CALLABLE, T_ITERABLE, T_MIXED, T_NEVER, T_OBJECT, T_PARENT, T_SELF, T_STATIC, T_VOID)
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.vm import types

FITS = 0
TENTATIVE = 1       # only a builtin method's return type does not fit, which is deprecated
CLASHES = 2
UNKNOWN = 3         # a class is not there to be compared


class TypeComparison(object):
    """Which types are below which. cls: the class that is being linked; missing: the first class that a comparison lacked."""
    _attrs_ = ('ctx', 'cls', 'missing')

    def __init__(self, ctx, cls):
        self.ctx = ctx
        self.cls = cls
        self.missing = ''

    def is_subtype(self, type, scope, wide, wide_scope):
        if wide.mask & T_MIXED:
            return CLASHES if type.mask & T_VOID else FITS
        if type.mask & T_NEVER:
            return FITS
        alternatives = alternatives_of(wide, wide_scope)
        extra = plain_mask(type) & ~plain_mask(wide)
        if extra & T_STATIC and (wide.mask & T_OBJECT or self.fits_one([scope.name], alternatives) == FITS):
            extra &= ~T_STATIC
        if extra:
            return CLASHES
        if wide.mask & T_OBJECT:
            return FITS
        result = FITS
        for alternative in alternatives_of(type, scope):
            if wide.mask & T_CALLABLE and ascii_lower(alternative[0]) == 'closure':
                continue
            found = self.fits_one(alternative, alternatives)
            if found == CLASHES:
                return CLASHES
            result = max(result, found)
        return result

    def fits_one(self, classes, alternatives):
        """Whether the intersection of `classes` is below one of the alternatives."""
        result = CLASHES
        for wanted in alternatives:
            found = FITS
            for name in wanted:
                found = max(found, self.any_below(classes, name))
            if found == FITS:
                return FITS
            if found == UNKNOWN:
                result = UNKNOWN
        return result

    def any_below(self, classes, name):
        result = CLASHES
        for candidate in classes:
            if ascii_lower(candidate) == ascii_lower(name):
                return FITS
            cls = self.find(candidate)
            if cls is None or self.waits_for(name):
                if self.missing == '':
                    self.missing = candidate if cls is None else name
                result = UNKNOWN
            elif self.is_below(cls, name):
                return FITS
        return result

    def waits_for(self, name):
        """Whether a class is not there yet while a source is compiled. When it runs, nothing that is there can be below what is not."""
        return self.ctx.early_classes is not None and self.find(name) is None

    def is_below(self, cls, name):
        lower = ascii_lower(name)
        wanted = self.ctx.find_class(name)
        if wanted is not None:
            lower = ascii_lower(wanted.name)
        if lower in cls.ancestors:
            return True
        if cls is not self.cls or cls.declaration is None:
            return False
        if lower == 'stringable' and cls.find_own_method('__tostring') is not None:
            return True
        for inner in cls.declaration.interfaces:        # which the class gets later on
            interface = self.find(inner)
            if interface is not None and lower in interface.ancestors:
                return True
        return False

    def find(self, name):
        lower = ascii_lower(name)
        if lower == ascii_lower(self.cls.name):
            return self.cls
        early = self.ctx.early_classes
        if early is None:
            return self.ctx.load_class_or_none(name)
        if lower in early:
            return early[lower]
        return self.ctx.find_class(name)


class Overriding(TypeComparison):
    """One method in place of another."""
    _attrs_ = ('code', 'scope', 'inherited', 'inherited_scope', 'is_native')

    def __init__(self, ctx, cls, func, inherited_code, inherited_scope, is_native):
        TypeComparison.__init__(self, ctx, cls)
        self.code = func.code
        self.scope = scope_in(func.cls, cls)
        self.inherited = inherited_code
        self.inherited_scope = inherited_scope
        self.is_native = is_native

    # signatures

    def status(self):
        code = self.code
        inherited = self.inherited
        if inherited.required_count < code.required_count or (inherited.by_ref_return and not code.by_ref_return):
            return CLASHES
        if inherited.variadic and not code.variadic:
            return CLASHES
        result = FITS
        for i in range(max(len(inherited.params), len(code.params))):
            theirs = param_at(inherited, i)
            if theirs is None:
                continue        # one more optional parameter
            ours = param_at(code, i)
            if ours is None or ours.by_ref != theirs.by_ref:
                return CLASHES
            found = self.accepts(ours.type, theirs.type)
            if found == CLASHES:
                return CLASHES
            result = max(result, found)
        if inherited.return_type is None:
            return result
        if code.return_type is None:
            found = CLASHES
        else:
            found = self.is_subtype(code.return_type, self.scope, inherited.return_type, self.inherited_scope)
        if found == CLASHES and self.is_native:
            found = TENTATIVE
        return max(result, found)

    def accepts(self, ours, theirs):
        """A parameter takes at least what the inherited one takes."""
        if ours is None or ours.mask & T_MIXED:
            return FITS
        if theirs is None:
            return CLASHES
        return self.is_subtype(theirs, self.inherited_scope, ours, self.scope)


def param_at(code, index):
    """The parameter that takes argument `index`, or None."""
    params = code.params
    if index < len(params):
        return params[index]
    if code.variadic:
        return params[len(params) - 1]
    return None


def plain_mask(type):
    """The members of a type that are no classes."""
    mask = type.mask & ~(T_SELF | T_PARENT | T_ITERABLE)
    if type.mask & T_ITERABLE:
        mask |= T_ARRAY
    return mask


def alternatives_of(type, scope):
    """The classes of a type: a list for each member, with more than one name where it is an intersection."""
    names = []
    for cell in type.cells:
        names.append(cell.name)
    if type.mask & T_SELF and scope is not None:
        names.append(scope.name)
    if type.mask & T_PARENT and scope is not None and scope.parent is not None:
        names.append(scope.parent.name)
    if type.mask & T_ITERABLE:
        names.append('Traversable')
    found = []
    if type.is_intersection:
        found.append(names)
    else:
        for name in names:
            found.append([name])
    for group in type.groups:
        found.extend(alternatives_of(group, scope))
    return found


# methods

class Inherited(object):
    """A method that another one takes the place of, whether PHP code or the engine declares it."""
    _attrs_ = ('ctx', 'function', 'cls', 'visibility', 'is_static', 'is_final', 'is_abstract', 'is_constructor')

    def __init__(self, ctx, func):
        self.ctx = ctx
        self.function = func
        self.is_constructor = ascii_lower(func.name) == '__construct'
        if isinstance(func, UserFunction):
            self.cls = func.cls
            self.visibility = func.visibility
            self.is_static = func.is_static
            self.is_final = func.is_final
            self.is_abstract = func.is_abstract
        else:
            assert isinstance(func, NativeMethod)
            self.cls = ctx.find_class(func.cls_name)
            self.visibility = func.visibility
            self.is_static = func.is_static
            self.is_final = func.is_final
            self.is_abstract = func.is_abstract

    def prototype(self):
        """Where a constructor was declared first; an interface goes before."""
        first = self
        for interface in self.cls.interfaces:
            func = interface.find_own_method('__construct')
            if func is not None:
                return Inherited(self.ctx, func)
        parent = self.cls.parent
        while parent is not None:
            func = parent.find_own_method('__construct')
            if func is None:
                break
            first = Inherited(self.ctx, func)
            parent = first.cls.parent
        return first


def overriding_of(ctx, cls, func, inherited):
    """The Overriding, or None where nothing is known of what a builtin method takes."""
    if isinstance(inherited, UserFunction):
        return Overriding(ctx, cls, func, inherited.code, scope_in(inherited.cls, cls), False)
    assert isinstance(inherited, NativeMethod)
    if inherited.prototype is None:
        return None
    return Overriding(ctx, cls, func, inherited.prototype, ctx.find_class(inherited.cls_name), True)


def method_status(ctx, cls, func, inherited):
    """What check_override in linking.py will come to: CLASHES for any reason, UNKNOWN, or anything else."""
    theirs = Inherited(ctx, inherited)
    if theirs.visibility == PRIVATE and not theirs.is_abstract and not theirs.is_constructor:
        return FITS
    if theirs.is_final or theirs.is_static != func.is_static or (func.is_abstract and not theirs.is_abstract):
        return CLASHES
    prototype = theirs
    if theirs.is_constructor:
        prototype = theirs.prototype()
        if not prototype.is_abstract:
            return FITS
    if func.visibility > theirs.visibility:
        return CLASHES
    overriding = overriding_of(ctx, cls, func, prototype.function)
    return FITS if overriding is None else overriding.status()


def check_signature(ctx, cls, func, inherited):
    """func, a method of cls or one that it inherits, stands for `inherited`."""
    overriding = overriding_of(ctx, cls, func, inherited)
    if overriding is None:
        return
    scope = inherited.cls if isinstance(inherited, UserFunction) else overriding.inherited_scope
    title = heading(overriding.inherited, inherited.name, scope, cls)
    status = overriding.status()
    if status == FITS:
        return
    ours = heading(func.code, func.name, func.cls, cls)
    if status == TENTATIVE:
        if not func.code.return_type_will_change:
            ctx.deprecated_at('Return type of %s should either be compatible with %s, or the #[\\ReturnTypeWillChange] attribute should be '
                              'used to temporarily suppress the notice' % (ours, title), func.code.file, func.code.start_line)
        return
    if status == UNKNOWN:
        message = 'Could not check compatibility between %s and %s, because class %s is not available' % (ours, title, overriding.missing)
    else:
        message = 'Declaration of %s must be compatible with %s' % (ours, title)
    raise FatalError(message, E_COMPILE_ERROR, func.code.file, func.code.start_line)


def scope_in(owner, cls):
    """What `self` means in a method: in a trait's, the class that uses it."""
    return cls if owner.is_trait else owner


def check_trait_requirement(ctx, declaration, cls, func, required, origin):
    """An abstract method of a trait is there already; func came from the trait `origin`, unless that is None."""
    if origin is not None:
        func = UserFunction(func.name, func.code, origin, func.visibility, func.is_static, func.is_abstract, func.is_final)
    if func.is_static != required.is_static:
        title = '%s::%s()' % (required.cls.name, required.name)
        if required.is_static:
            words = 'static method %s non static' % title
        else:
            words = 'non static method %s static' % title
        raise FatalError('Cannot make %s in class %s' % (words, cls.name), E_COMPILE_ERROR, declaration.file, declaration.start_line)
    check_signature(ctx, cls, func, required)


def heading(code, name, owner, cls):
    """'A::f(int $x, &...$y): string'; cls: the class that is being linked."""
    scope = scope_in(owner, cls)
    parts = []
    for i in range(len(code.params)):
        param = code.params[i]
        text = ''
        if param.type is not None:
            text = types.shown(param.type, scope, None) + ' '
        if param.by_ref:
            text = text + '&'
        if param.variadic:
            text = text + '...'
        text = text + '$' + param.name
        if i >= code.required_count and not param.variadic:
            text = text + ' = ' + (param.default_text if param.default_text != '' else '<default>')
        parts.append(text)
    head = '%s%s::%s(%s)' % ('& ' if code.by_ref_return else '', owner.name, name, ', '.join(parts))
    if code.return_type is not None:
        return head + ': ' + types.shown(code.return_type, scope, None)
    return head


# properties and constants

def access_level(title, visibility, owner):
    return 'Access level to %s must be %s (as in class %s)%s' % (
        title, VISIBILITY_NAMES[visibility], owner.name, ' or weaker' if visibility == PROTECTED else '')


def property_clash(ctx, cls, info, inherited):
    """What is wrong with a property of cls that takes the place of the inherited PropertyInfo, '' for nothing."""
    if inherited.visibility == PRIVATE:
        return ''
    ours = '%s::$%s' % (cls.name, info.name)
    theirs = '%s::$%s' % (inherited.cls.name, info.name)
    if info.is_static != inherited.is_static:
        if inherited.is_static:
            return 'Cannot redeclare static %s as non static %s' % (theirs, ours)
        return 'Cannot redeclare non static %s as static %s' % (theirs, ours)
    if info.readonly != inherited.readonly:
        if inherited.readonly:
            return 'Cannot redeclare readonly property %s as non-readonly %s' % (theirs, ours)
        return 'Cannot redeclare non-readonly property %s as readonly %s' % (theirs, ours)
    if info.visibility > inherited.visibility:
        return access_level(ours, inherited.visibility, inherited.cls)
    if inherited.type is None:
        if info.type is None:
            return ''
        return 'Type of %s must not be defined (as in class %s)' % (ours, inherited.cls.name)
    if info.type is not None and property_status(ctx, cls, info, inherited) == FITS:
        return ''
    return 'Type of %s must be %s (as in class %s)' % (ours, types.shown(inherited.type, inherited.cls, None), inherited.cls.name)


def property_status(ctx, cls, info, inherited):
    """FITS for two properties of the same type; UNKNOWN where that depends on classes which are not there."""
    if inherited.visibility == PRIVATE or inherited.type is None or info.type is None or same_type(
            info.type, info.cls, inherited.type, inherited.cls):
        return FITS
    comparison = TypeComparison(ctx, cls)
    narrower = comparison.is_subtype(info.type, info.cls, inherited.type, inherited.cls)
    wider = comparison.is_subtype(inherited.type, inherited.cls, info.type, info.cls)
    if narrower == CLASHES or wider == CLASHES:
        return CLASHES
    return max(narrower, wider)


def same_type(a, a_scope, b, b_scope):
    if plain_mask(a) != plain_mask(b) or a.is_intersection != b.is_intersection:
        return False
    return contains_all(a, a_scope, b, b_scope) and contains_all(b, b_scope, a, a_scope)


def contains_all(a, a_scope, b, b_scope):
    """Whether each class of b is one of a's."""
    known = {}
    for names in alternatives_of(a, a_scope):
        for name in names:
            known[ascii_lower(name)] = True
    for names in alternatives_of(b, b_scope):
        for name in names:
            if ascii_lower(name) not in known:
                return False
    return True
