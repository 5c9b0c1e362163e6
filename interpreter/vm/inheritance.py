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


class Overriding(object):
    """One method in place of another. cls: the class that is being linked; missing: the class that a comparison lacked."""
    _attrs_ = ('ctx', 'cls', 'code', 'scope', 'inherited', 'inherited_scope', 'is_native', 'missing')

    def __init__(self, ctx, cls, func, inherited_code, inherited_scope, is_native):
        self.ctx = ctx
        self.cls = cls
        self.code = func.code
        self.scope = scope_in(func.cls, cls)
        self.inherited = inherited_code
        self.inherited_scope = inherited_scope
        self.is_native = is_native
        self.missing = ''

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

    # types

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
        lower = ascii_lower(name)
        result = CLASHES
        for candidate in classes:
            if ascii_lower(candidate) == lower:
                return FITS
            cls = self.find(candidate)
            if cls is None:
                self.missing = candidate
                result = UNKNOWN
            elif lower in cls.ancestors:
                return FITS
        return result

    def find(self, name):
        if ascii_lower(name) == ascii_lower(self.cls.name):
            return self.cls
        return self.ctx.load_class_or_none(name)


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

def check_signature(ctx, cls, func, inherited):
    """func, a method of cls or one that it inherits, stands for `inherited`."""
    if isinstance(inherited, UserFunction):
        if not applies(func, inherited.is_abstract, inherited.visibility):
            return
        overriding = Overriding(ctx, cls, func, inherited.code, scope_in(inherited.cls, cls), False)
        title = heading(inherited.code, inherited.name, inherited.cls, cls)
    else:
        assert isinstance(inherited, NativeMethod)
        prototype = inherited.prototype
        if prototype is None or not applies(func, inherited.is_abstract, 0):
            return
        scope = ctx.find_class(inherited.cls_name)
        overriding = Overriding(ctx, cls, func, prototype, scope, True)
        title = heading(prototype, inherited.name, scope, cls)
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


def applies(func, is_abstract, visibility):
    """Constructors are compared with abstract ones only, nothing with what is private."""
    if visibility == PRIVATE and not is_abstract:
        return False
    return is_abstract or ascii_lower(func.name) != '__construct'


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


def property_clash(cls, name, is_static, visibility, readonly, type, inherited):
    """What is wrong with a property that takes the place of the inherited PropertyInfo, '' for nothing."""
    if inherited.visibility == PRIVATE:
        return ''
    ours = '%s::$%s' % (cls.name, name)
    theirs = '%s::$%s' % (inherited.cls.name, name)
    if is_static != inherited.is_static:
        if inherited.is_static:
            return 'Cannot redeclare static %s as non static %s' % (theirs, ours)
        return 'Cannot redeclare non static %s as static %s' % (theirs, ours)
    if readonly != inherited.readonly:
        if inherited.readonly:
            return 'Cannot redeclare readonly property %s as non-readonly %s' % (theirs, ours)
        return 'Cannot redeclare non-readonly property %s as readonly %s' % (theirs, ours)
    if visibility > inherited.visibility:
        return access_level(ours, inherited.visibility, inherited.cls)
    return type_clash(ours, cls, type, inherited)


def type_clash(title, cls, type, inherited):
    if inherited.type is None:
        if type is None:
            return ''
        return 'Type of %s must not be defined (as in class %s)' % (title, inherited.cls.name)
    if type is not None and same_type(type, cls, inherited.type, inherited.cls):
        return ''
    return 'Type of %s must be %s (as in class %s)' % (title, types.shown(inherited.type, inherited.cls, None), inherited.cls.name)


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
