"""Callables as builtin functions take them: what a value calls, or why it calls nothing (Zend/zend_API.c zend_is_callable_at_frame).

`$value(...)` is stricter and has other messages: callables.py.
"""
from __future__ import absolute_import

from hippy.interpreter.objects.arrays import W_Array
from hippy.interpreter.objects.classes import PRIVATE, VISIBILITY_NAMES, is_visible
from hippy.interpreter.objects.closures import W_Closure
from hippy.interpreter.objects.functions import NativeMethod, UserFunction
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.strings import W_Str
from hippy.interpreter.rlib.jit import dont_look_inside
from hippy.interpreter.rlib.strings import ascii_lower, up_to_nul
from hippy.interpreter.vm import objects
from hippy.interpreter.vm.calls import Callee, MagicFunction, callee_of_closure


@dont_look_inside
def find(ctx, w, notes_deprecated):
    """A Search whose `callee` is what w calls, or None; then `problem` says why."""
    search = Search(ctx, notes_deprecated)
    if isinstance(w, W_Closure):
        search.callee = callee_of_closure(w)
    elif isinstance(w, W_Str):
        search.by_name(w.as_str())
    elif isinstance(w, W_Array):
        search.by_pair(w)
    else:
        search.by_object(w)
    return search


class Search(object):
    """cls: the class in which the method is looked up; w_this: the object it is called on; called: what `static` will mean.

    is_exact: the class was named so that a private method of the caller's class does not go before.
    """
    _attrs_ = ('ctx', 'notes_deprecated', 'frame', 'scope', 'callee', 'problem', 'cls', 'w_this', 'called', 'is_exact')

    def __init__(self, ctx, notes_deprecated):
        self.ctx = ctx
        self.notes_deprecated = notes_deprecated
        self.frame = ctx.top_frame()
        self.scope = self.frame.scope() if self.frame is not None else None
        self.callee = None
        self.problem = ''
        self.cls = None
        self.w_this = None
        self.called = None
        self.is_exact = False

    def by_object(self, w):
        if isinstance(w, W_Object):
            method = w.get_class().find_method('__invoke')
            if method is not None:
                self.callee = Callee(method, w, None, None)
                return
        self.problem = 'no array or string given'

    def by_name(self, name):
        if len(name) > 0 and name[0] == '\\':
            func = self.ctx.find_function(ascii_lower(name[1:]))
        else:
            func = self.ctx.find_function(ascii_lower(name))
        if func is not None:
            self.callee = Callee(func, None, None, None)
        elif not self.compound(name, None):
            self.problem = 'function "%s" not found or invalid function name' % up_to_nul(name)

    def by_pair(self, w_pair):
        if w_pair.count() != 2:
            self.problem = 'array callback must have exactly two members'
            return
        w_target = deref(w_pair.get_int(0))
        w_method = deref(w_pair.get_int(1))
        if w_target is None or w_method is None:
            self.problem = 'array callback has to contain indices 0 and 1'
        elif isinstance(w_target, W_Object):
            if isinstance(w_method, W_Str):
                self.cls = w_target.get_class()
                self.w_this = w_target
                self.called = self.cls
                self.in_class(w_method.as_str())
            else:
                self.problem = 'second array member is not a valid method'
        elif isinstance(w_target, W_Str):
            if not isinstance(w_method, W_Str):
                self.problem = 'second array member is not a valid method'
            elif self.take_class(w_target.as_str(), self.scope, True):
                self.in_class(w_method.as_str())
        else:
            self.problem = 'first array member is not a valid class name or object'

    def in_class(self, name):
        if not self.compound(name, self.cls):
            self.by_method(name, self.cls)

    def compound(self, name, named):
        """True when the name is 'Class::method'. named: the class or object it stands behind, or None."""
        colons = name.rfind('::')
        if colons < 0:
            return False
        if colons == 0:
            self.problem = 'invalid function name'
            return True
        if not self.take_class(name[:colons], named if named is not None else self.scope, named is None):
            return True
        if named is not None:
            if not named.is_subclass_of(self.cls):
                self.problem = 'class %s is not a subclass of %s' % (named.name, self.cls.name)
                return True
            if self.notes_deprecated:
                self.ctx.deprecated('Callables of the form ["%s", "%s"] are deprecated' % (named.name, name))
        self.by_method(name[colons + 2:], named)
        return True

    # classes

    def take_class(self, name, scope, notes_words):
        """Sets cls from a name, which may be a word; False with a problem when there is none."""
        word = ascii_lower(name)
        if word == 'self' or word == 'parent' or word == 'static':
            if not self.take_word(word, scope):
                return False
            if notes_words and self.notes_deprecated:
                self.ctx.deprecated('Use of "%s" in callables is deprecated' % word)
            return True
        cls = self.ctx.load_class_or_none(name)
        if cls is None:
            self.problem = 'class "%s" not found' % up_to_nul(name)
            return False
        self.cls = cls
        if self.w_this is not None:
            self.called = self.w_this.get_class()
            return True
        self.called = cls
        w_running = self.running_object()
        if w_running is not None and self.scope is not None and w_running.get_class().is_subclass_of(self.scope) and (
                self.scope.is_subclass_of(cls)):
            self.w_this = w_running
            self.called = w_running.get_class()
        return True

    def take_word(self, word, scope):
        called = objects.called_class(self.frame) if self.frame is not None else None
        if word == 'static':
            if called is None:
                self.problem = 'cannot access "static" when no class scope is active'
                return False
            self.cls = called
        elif scope is None:
            self.problem = 'cannot access "%s" when no class scope is active' % word
            return False
        elif word == 'self':
            self.cls = scope
        elif scope.parent is None:
            self.problem = 'cannot access "parent" when current class scope has no parent'
            return False
        else:
            self.cls = scope.parent
        self.is_exact = word != 'self'
        self.called = called if called is not None and called.is_subclass_of(self.cls) else self.cls
        if self.w_this is None:
            self.w_this = self.running_object()
        return True

    def running_object(self):
        if self.frame is None:
            return None
        return self.frame.w_this

    # methods

    def by_method(self, name, named):
        func = self.cls.find_method(ascii_lower(name))
        if isinstance(func, UserFunction):
            func = self.private_of_scope(func, ascii_lower(name))
            if not self.may_call(func) and self.has_magic():
                func = None
        if func is None:
            self.by_magic(name, named)
        elif func.is_abstract_method():
            self.problem = 'cannot call abstract method %s::%s()' % (self.cls.name, func.name)
        elif not is_static(func) and self.w_this is None:
            self.problem = 'non-static method %s::%s() cannot be called statically' % (self.cls.name, func.name)
        elif isinstance(func, UserFunction) and not self.may_call(func):
            self.problem = 'cannot access %s method %s::%s()' % (VISIBILITY_NAMES[func.visibility], self.cls.name, func.name)
        elif is_static(func):
            self.callee = Callee(func, None, self.w_this.get_class() if self.w_this is not None else self.called, None)
        else:
            self.callee = Callee(func, self.w_this, None, None)

    def private_of_scope(self, func, lower):
        """A private method of the caller's own class goes before one that a subclass declares."""
        scope = self.scope
        if scope is None or self.is_exact or not func.cls.is_subclass_of(scope):
            return func
        candidate = scope.find_method(lower)
        if isinstance(candidate, UserFunction) and candidate.visibility == PRIVATE and candidate.cls is scope:
            return candidate
        return func

    def may_call(self, func):
        return is_visible(func.visibility, func.cls, self.scope)

    def has_magic(self):
        if self.w_this is not None:
            return self.cls.method_call is not None
        return self.cls.method_callstatic is not None

    def by_magic(self, name, named):
        """A method that only __call, __callStatic or a closure's nature provides."""
        w_this = self.w_this
        if isinstance(w_this, W_Closure) and ascii_lower(name) == '__invoke':
            self.callee = callee_of_closure(w_this)
            return
        if w_this is None:
            w_running = self.running_object()
            if w_running is not None and w_running.get_class().is_subclass_of(self.cls):
                w_this = w_running
        if w_this is not None and self.cls.method_call is not None:
            self.callee = Callee(MagicFunction(self.cls.method_call, w_this, None, name), None, None, None)
        elif self.cls.method_callstatic is not None and (self.w_this is None or self.cls is not named):
            self.callee = Callee(MagicFunction(self.cls.method_callstatic, None, self.called, name), None, None, None)
        else:
            self.problem = 'class %s does not have a method "%s"' % (self.cls.name, up_to_nul(name))


def is_static(func):
    if isinstance(func, UserFunction):
        return func.is_static
    return isinstance(func, NativeMethod) and func.is_static
