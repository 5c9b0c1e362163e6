"""What a class gets from the traits that it uses: methods, constants, properties, and PHP's checks (Zend/zend_inheritance.c)."""
from __future__ import absolute_import

from hippy.interpreter.compiler.class_declaration import (
    MOD_PRIVATE, MOD_PROTECTED, MOD_READONLY, MOD_STATIC, PropertyDeclaration)
from hippy.interpreter.errors import E_COMPILE_ERROR, FatalError
from hippy.interpreter.objects.classes import ClassConstant, PRIVATE, PROTECTED, PUBLIC
from hippy.interpreter.objects.compare import strict_equal
from hippy.interpreter.objects.enums import EnumMethod
from hippy.interpreter.objects.functions import UserFunction
from hippy.interpreter.objects.values import w_null
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.vm import inheritance

MOD_VISIBILITY = 7      # public, protected, private


def failure(declaration, message):
    return FatalError(message, E_COMPILE_ERROR, declaration.file, declaration.start_line)


def load_traits(ctx, declaration):
    """The W_Class of each trait that a class names."""
    found = []
    for name in declaration.traits:
        trait = ctx.load_class_or_none(name)
        if trait is None:
            raise failure(declaration, 'Trait "%s" not found' % name)
        if not trait.is_trait:
            raise failure(declaration, '%s cannot use %s - it is not a trait' % (declaration.name, trait.name))
        if trait not in found:
            found.append(trait)
    return found


class TraitBinding(object):
    """The traits of one class while it is linked. excluded: 'trait method' in lower case -> True, by `insteadof`; aliases: TraitAdaptation
    with their trait found; origins: lower name -> the trait that a method of the class came from; overridden: see linking.Overridden."""
    _attrs_ = ('ctx', 'declaration', 'cls', 'traits', 'excluded', 'aliases', 'alias_traits', 'origins', 'replaced')

    def __init__(self, ctx, declaration, cls, traits):
        self.ctx = ctx
        self.declaration = declaration
        self.cls = cls
        self.traits = traits
        self.excluded = {}
        self.aliases = declaration.aliases
        self.alias_traits = []
        self.origins = {}
        self.replaced = []          # methods of the parent that trait methods stand for, as Replaced

    def fail(self, message):
        return failure(self.declaration, message)

    def bind(self):
        for rule in self.declaration.precedences:
            self.exclude(rule)
        for alias in self.aliases:
            self.alias_traits.append(self.trait_of_alias(alias))
        for trait in self.traits:
            for lower in trait.method_names:
                func = trait.methods[lower]
                assert isinstance(func, UserFunction)
                self.add_methods(trait, lower, func)
        for trait in self.traits:
            for name in trait.constant_names:
                self.add_constant(trait, trait.constants[name])

    # the rules

    def used_trait(self, name):
        """A trait as `as` and `insteadof` name it."""
        trait = self.ctx.find_class(name)
        if trait is None:
            raise self.fail('Could not find trait %s' % name)
        if not trait.is_trait:
            raise self.fail("Class %s is not a trait, Only traits may be used in 'as' and 'insteadof' statements" % trait.name)
        if trait not in self.traits:
            raise self.fail("Required Trait %s wasn't added to %s" % (trait.name, self.cls.name))
        return trait

    def exclude(self, rule):
        trait = self.used_trait(rule.trait)
        lower = ascii_lower(rule.method)
        if trait.find_own_method(lower) is None:
            raise self.fail('A precedence rule was defined for %s::%s but this method does not exist' % (trait.name, rule.method))
        for name in rule.instead_of:
            other = self.used_trait(name)
            key = ascii_lower(other.name) + ' ' + lower
            if key in self.excluded:
                raise self.fail('Failed to evaluate a trait precedence (%s). Method of trait %s was defined to be excluded multiple times' % (
                    rule.method, other.name))
            self.excluded[key] = True
            if other is trait:
                raise self.fail('Inconsistent insteadof definition. The method %s is to be used from %s, but %s is also on the exclude list'
                                % (rule.method, trait.name, trait.name))

    def trait_of_alias(self, alias):
        lower = ascii_lower(alias.method)
        if alias.trait != '':
            trait = self.used_trait(alias.trait)
            if trait.find_own_method(lower) is None:
                raise self.fail('An alias was defined for %s::%s but this method does not exist' % (trait.name, alias.method))
            return trait
        found = None
        for trait in self.traits:
            if trait.find_own_method(lower) is None:
                continue
            if found is not None:
                raise self.fail('An alias was defined for method %s(), which exists in both %s and %s. Use %s::%s or %s::%s to resolve the '
                                'ambiguity' % (alias.method, found.name, trait.name, found.name, alias.method, trait.name, alias.method))
            found = trait
        if found is None:
            if alias.alias != '':
                raise self.fail('An alias (%s) was defined for method %s(), but this method does not exist' % (alias.alias, alias.method))
            raise self.fail('The modifiers of the trait method %s() are changed, but this method does not exist. Error' % alias.method)
        return found

    # methods

    def add_methods(self, trait, lower, func):
        """A method under its aliases and, unless another trait's goes before, under its own name."""
        for i in range(len(self.aliases)):
            alias = self.aliases[i]
            if alias.alias != '' and self.alias_traits[i] is trait and ascii_lower(alias.method) == lower:
                self.add_method(trait, func, alias.alias, alias.modifiers)
        if ascii_lower(trait.name) + ' ' + lower in self.excluded:
            return
        modifiers = 0
        for i in range(len(self.aliases)):
            alias = self.aliases[i]
            if alias.alias == '' and alias.modifiers and self.alias_traits[i] is trait and ascii_lower(alias.method) == lower:
                modifiers = alias.modifiers
        self.add_method(trait, func, func.name, modifiers)

    def add_method(self, trait, func, name, modifiers):
        visibility = func.visibility
        if modifiers & MOD_VISIBILITY:
            visibility = PRIVATE if modifiers & MOD_PRIVATE else PROTECTED if modifiers & MOD_PROTECTED else PUBLIC
        cls = self.cls
        lower = ascii_lower(name)
        existing = cls.methods.get(lower, None)
        if existing is not None and self.stays(trait, func, visibility, lower, existing):
            return
        bound = UserFunction(name, func.code, cls, visibility, func.is_static, func.is_abstract, func.is_final)
        if existing is not None:
            origin = self.origins.get(lower, None)
            if origin is not None and isinstance(existing, UserFunction):
                existing = shown_in(existing, origin)
            self.replaced.append(Replaced(shown_in(bound, trait), existing))
        self.origins[lower] = trait
        if existing is None:
            cls.method_names.append(lower)
        cls.methods[lower] = bound

    def stays(self, trait, func, visibility, lower, existing):
        """True when the class keeps the method that it has."""
        if isinstance(existing, UserFunction):
            if existing.code is func.code and existing.visibility == visibility and lower in self.origins:
                return True
            if func.is_abstract:
                inheritance.check_trait_requirement(self.ctx, self.declaration, self.cls, existing, func, self.origins.get(lower, None))
                return True
            if existing.cls is self.cls:
                origin = self.origins.get(lower, None)
                if origin is None:
                    return True
                if not existing.is_abstract:
                    raise self.fail('Trait method %s::%s has not been applied as %s::%s, because of collision with %s::%s' % (
                        trait.name, func.name, self.cls.name, existing.name, origin.name, existing.name))
        return isinstance(existing, EnumMethod) and existing.cls is self.cls

    # constants and properties

    def add_constant(self, trait, constant):
        cls = self.cls
        known = cls.constants.get(constant.name, None)
        if known is None:
            added = ClassConstant(constant.name, cls, constant.visibility, constant.w_value, constant.code)
            added.is_final = constant.is_final
            cls.constants[constant.name] = added
            cls.constant_names.append(constant.name)
            return
        if known.visibility == constant.visibility and known.is_final == constant.is_final and self.same_value(
                known.w_value, known.code, constant.w_value, constant.code):
            return
        first = known.cls
        for other in self.traits:
            if other is trait:
                break
            if constant.name in other.constants:
                first = other
                break
        raise self.incompatible(first.name, trait.name, 'constant (%s)' % constant.name)

    def properties_of(self, trait):
        """PropertyDeclaration of what the class has to add."""
        found = []
        for info in trait.property_list:
            self.check_property(trait, info, found)
        for name in trait.static_names:
            self.check_property(trait, trait.static_properties[name].info, found)
        return found

    def check_property(self, trait, info, found):
        name = info.name
        cls = self.cls
        if cls.declaration.modifiers & MOD_READONLY and not info.readonly:
            raise self.fail('Readonly class %s cannot use trait with a non-readonly property %s::$%s' % (cls.name, trait.name, name))
        known = cls.properties.get(name, None)
        if known is None and name in cls.static_properties:
            known = cls.static_properties[name].info
        if known is not None and not (known.visibility == PRIVATE and known.cls is not cls):
            if not self.same_property(known, info):
                raise self.incompatible(self.first_with_property(trait, name, known.cls).name, trait.name, 'property ($%s)' % name)
            if not info.is_static or known.cls is cls:
                return
        modifiers = [1, MOD_PROTECTED, MOD_PRIVATE][info.visibility]
        if info.is_static:
            modifiers |= MOD_STATIC
        if info.readonly:
            modifiers |= MOD_READONLY
        found.append(PropertyDeclaration(name, modifiers, info.type, info.w_default, info.code))

    def same_property(self, known, info):
        if known.visibility != info.visibility or known.is_static != info.is_static or known.readonly != info.readonly:
            return False
        if known.type is None or info.type is None:
            if known.type is not info.type:
                return False
        elif not inheritance.same_type(known.type, known.cls, info.type, self.cls):
            return False
        return self.same_value(known.w_default, known.code, info.w_default, info.code)

    def same_value(self, w_a, code_a, w_b, code_b):
        if code_a is not None and w_a is None:
            w_a = self.ctx.run_thunk(code_a, self.cls)
        if code_b is not None and w_b is None:
            w_b = self.ctx.run_thunk(code_b, self.cls)
        return strict_equal(self.ctx, w_a if w_a is not None else w_null, w_b if w_b is not None else w_null)

    def first_with_property(self, trait, name, default):
        for other in self.traits:
            if other is trait:
                break
            if name in other.properties or name in other.static_properties:
                return other
        return default

    def incompatible(self, first, second, what):
        return self.fail('%s and %s define the same %s in the composition of %s. However, the definition differs and is considered '
                         'incompatible. Class was composed' % (first, second, what, self.cls.name))


def shown_in(func, trait):
    """A method as messages show it that tell of the trait it came from."""
    return UserFunction(func.name, func.code, trait, func.visibility, func.is_static, func.is_abstract, func.is_final)


class Replaced(object):
    """func: a trait's method with the trait as its class; inherited: the parent's method that it takes the place of."""
    _attrs_ = ('func', 'inherited')

    def __init__(self, func, inherited):
        self.func = func
        self.inherited = inherited
