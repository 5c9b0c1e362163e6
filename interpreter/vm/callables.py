"""What `$value(...)` calls: functions by name, 'A::b', [object, 'method'], closures, objects with __invoke (zend_init_dynamic_call_*).

Builtin functions take more kinds of callables: callbacks.py.
"""
from __future__ import absolute_import

from hippy.interpreter.objects.arrays import W_Array
from hippy.interpreter.objects.classes import VISIBILITY_NAMES, is_visible
from hippy.interpreter.objects.closures import W_Closure
from hippy.interpreter.objects.convert import type_name
from hippy.interpreter.objects.functions import NativeMethod, UserFunction
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.strings import W_Str
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.vm.calls import Callee, MagicFunction, callee_of_closure


def find_callee(ctx, w, scope):
    """The Callee of a value for code of class `scope`, or None when it cannot be called."""
    if isinstance(w, W_Closure):
        return callee_of_closure(w)
    if isinstance(w, W_Str):
        return of_name(ctx, w.as_str(), scope)
    if isinstance(w, W_Array):
        return of_pair(ctx, w, scope)
    if isinstance(w, W_Object):
        method = w.get_class().find_method('__invoke')
        if method is None:
            return None
        return Callee(method, w, None, None)
    return None


def of_name(ctx, name, scope):
    colons = name.find('::')
    if colons > 0:
        cls = ctx.load_class_or_none(name[:colons])
        if cls is None:
            return None
        return of_class(ctx, cls, None, name[colons + 2:], scope)
    if len(name) > 0 and name[0] == '\\':
        name = name[1:]
    func = ctx.find_function(ascii_lower(name))
    if func is None:
        return None
    return Callee(func, None, None, None)


def of_pair(ctx, w_pair, scope):
    if w_pair.count() != 2:
        return None
    w_target = deref(w_pair.get_int(0))
    w_method = deref(w_pair.get_int(1))
    if not isinstance(w_method, W_Str):
        return None
    name = w_method.as_str()
    if isinstance(w_target, W_Object):
        cls = w_target.get_class()
        return of_class(ctx, cls, w_target, name, scope)
    if isinstance(w_target, W_Str):
        cls = ctx.load_class_or_none(w_target.as_str())
        if cls is None:
            return None
        return of_class(ctx, cls, None, name, scope)
    return None


def of_class(ctx, cls, w_this, name, scope):
    """A method by name; through __call or __callStatic when it is missing or not accessible."""
    func = cls.find_method(ascii_lower(name))
    if func is not None and accessible(func, scope):
        if isinstance(func, UserFunction):
            if func.is_static:
                return Callee(func, None, w_this.get_class() if w_this is not None else cls, None)
            if w_this is None:
                return None
            return Callee(func, w_this, None, None)
        if isinstance(func, NativeMethod) and func.is_static:
            return Callee(func, None, cls, None)
        if w_this is None:
            return None
        return Callee(func, w_this, None, None)
    if isinstance(w_this, W_Closure) and ascii_lower(name) == '__invoke':
        return callee_of_closure(w_this)
    if w_this is not None and cls.method_call is not None:
        return Callee(MagicFunction(cls.method_call, w_this, None, name), None, None, None)
    if cls.method_callstatic is not None:
        return Callee(MagicFunction(cls.method_callstatic, None, cls, name), None, None, None)
    return None


def accessible(func, scope):
    if isinstance(func, UserFunction) and func.visibility != 0:
        return is_visible(func.visibility, func.cls, scope)
    return True


def explain(ctx, w, scope):
    """The error for a value that cannot be called in `$w(...)`."""
    if isinstance(w, W_Str):
        name = w.as_str()
        colons = name.find('::')
        if colons < 0:
            return ctx.error('Error', 'Call to undefined function %s()' % name)
        assert colons >= 0
        return explain_method(ctx, ctx.load_class_or_none(name[:colons]), name[:colons], name[colons + 2:], scope)
    if isinstance(w, W_Array):
        return explain_pair(ctx, w, scope)
    if isinstance(w, W_Object):
        return ctx.error('Error', 'Object of type %s is not callable' % w.get_class().name)
    return ctx.error('Error', 'Value of type %s is not callable' % type_name(w))


def explain_pair(ctx, w, scope):
    if w.count() != 2:
        return ctx.error('Error', 'Array callback must have exactly two elements')
    w_target = deref(w.get_int(0))
    w_method = deref(w.get_int(1))
    if w_target is None or w_method is None:
        return ctx.error('Error', 'Array callback must have exactly two elements')
    if not isinstance(w_method, W_Str):
        return ctx.error('Error', 'Second array member is not a valid method')
    if isinstance(w_target, W_Object):
        return explain_method(ctx, w_target.get_class(), w_target.get_class().name, w_method.as_str(), scope)
    if isinstance(w_target, W_Str):
        return explain_method(ctx, ctx.load_class_or_none(w_target.as_str()), w_target.as_str(), w_method.as_str(), scope)
    return ctx.error('Error', 'First array member is not a valid class name or object')


def explain_method(ctx, cls, class_name, name, scope):
    if cls is None:
        return ctx.error('Error', 'Class "%s" not found' % class_name)
    func = cls.find_method(ascii_lower(name))
    if func is None:
        return ctx.error('Error', 'Call to undefined method %s::%s()' % (cls.name, name))
    if not accessible(func, scope):
        assert isinstance(func, UserFunction)
        where = 'global scope' if scope is None else 'scope ' + scope.name
        return ctx.error('Error', 'Call to %s method %s::%s() from %s' % (
            VISIBILITY_NAMES[func.visibility], func.cls.name, func.name, where))
    return ctx.error('Error', 'Non-static method %s::%s() cannot be called statically' % (func.owner_name(), func.name))


def resolve_static(ctx, cls, name, frame, forwards):
    """The Callee of cls::name() as `frame` calls it. forwards: written with self, parent or static, which keep the called class."""
    scope = frame.scope()
    func = cls.find_method(ascii_lower(name))
    w_this = frame.w_this
    if w_this is not None and not w_this.get_class().is_subclass_of(cls):
        w_this = None
    if func is not None and accessible(func, scope):
        if cls.is_trait:
            ctx.deprecated('Calling static trait method %s::%s is deprecated, it should only be called on a class using the trait' % (
                cls.name, func.name))
        is_static = (isinstance(func, UserFunction) or isinstance(func, NativeMethod)) and is_static_method(func)
        if is_static:
            if forwards:
                called = frame.static_cls if frame.w_this is None else frame.w_this.get_class()
                if called is not None and called.is_subclass_of(cls):
                    cls = called
            return Callee(func, None, cls, None)
        if w_this is None:
            raise ctx.error('Error', 'Non-static method %s::%s() cannot be called statically' % (owner_name(func), func.name))
        return Callee(func, w_this, None, None)
    if w_this is not None and cls.method_call is not None:
        return Callee(MagicFunction(cls.method_call, w_this, None, name), None, None, None)
    if cls.method_callstatic is not None:
        return Callee(MagicFunction(cls.method_callstatic, None, cls, name), None, None, None)
    if func is None:
        if ascii_lower(name) == '__construct' and cls.constructor is None:
            raise ctx.error('Error', 'Cannot call constructor')
        raise ctx.error('Error', 'Call to undefined method %s::%s()' % (cls.name, name))
    raise explain_method(ctx, cls, cls.name, name, scope)


def is_static_method(func):
    if isinstance(func, UserFunction):
        return func.is_static
    assert isinstance(func, NativeMethod)
    return func.is_static


def owner_name(func):
    return func.owner_name()


