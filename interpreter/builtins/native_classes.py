"""native_class() declares a builtin class whose objects hold more than properties; its methods are declared by their PHP signatures.

    STACK = native_class('Stack', W_Stack, implements=('Countable',))

    @STACK.method('push(mixed $value): void')
    def stack_push(ctx, w_this, w_value):

W_Stack is a natives.W_Native; what the function receives behind ctx and w_this, and what it returns, is as in registry.py.
"""
from __future__ import absolute_import

from hippy.interpreter.builtins.classes import ENGINE_CLASSES
from hippy.interpreter.builtins.registry import GIVE, RESULTS, TAKE, _constant_values
from hippy.interpreter.builtins.signature import parse_signature
from hippy.interpreter.objects.classes import INIT_PLAIN, INIT_UNIQUE, PROTECTED, PUBLIC, ClassConstant, W_Class
from hippy.interpreter.objects.functions import NativeMethod
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.natives import Maker
from hippy.interpreter.objects.values import W_Int
from hippy.interpreter.rlib.jit import dont_look_inside, unrolling_iterable
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.vm import builtin_classes

CLASSES = []            # NativeClass, parents first

_shapes = {}
_makers = {}


class TypedMethod(NativeMethod):
    """A method with a Signature: one subclass for each class of objects, parameters and result."""
    _attrs_ = ('signature', 'any_by_ref')
    _immutable_fields_ = ('signature', 'any_by_ref')

    def __init__(self, cls_name, signature, is_static, is_final):
        "NOT_RPYTHON"
        names = [param.name for param in signature.params]
        NativeMethod.__init__(self, cls_name, signature.name, None, signature.min_args, signature.max_args, is_static, is_final, False, names)
        self.signature = signature
        self.any_by_ref = any(param.by_ref for param in signature.params)

    def by_reference(self, index):
        if not self.any_by_ref:
            return False
        params = self.signature.params
        if index < len(params):
            return params[index].by_ref
        return params[len(params) - 1].variadic and params[len(params) - 1].by_ref


def new_shape(state, codes, result):
    """NOT_RPYTHON. The class of all methods on such objects (None: static) with these parameter codes and this result letter."""
    steps = unrolling_iterable([(index, TAKE[code]) for index, code in enumerate(codes)])
    give = GIVE[result]

    class Shape(TypedMethod):
        _attrs_ = ('body',)
        _immutable_fields_ = ('body',)

        def __init__(self, cls_name, signature, is_final, body):
            "NOT_RPYTHON"
            TypedMethod.__init__(self, cls_name, signature, state is None, is_final)
            self.body = body

        def call_on(self, ctx, w_this, args_w):
            taken = ()
            for index, take in steps:
                taken += (take(ctx, self.signature, args_w, index),)
            if state is None:
                return give(self.body(ctx, *taken))
            assert isinstance(w_this, state)
            return give(self.body(ctx, w_this, *taken))
    Shape.__name__ = 'Method_%s_%s_%s' % (state.__name__ if state else 'static', codes, result)
    return Shape


def shape(state, codes, result):
    """NOT_RPYTHON. One class for all methods of a shape: the number of classes is paid for in translation time."""
    key = (state, codes, result)
    if key not in _shapes:
        _shapes[key] = new_shape(state, codes, result)
    return _shapes[key]


def maker_of(state):
    """NOT_RPYTHON. A Maker of objects with this state."""
    class StateMaker(Maker):
        _attrs_ = ()

        def make(self, map, ident):
            return state(map, ident)
    StateMaker.__name__ = 'MakerOf' + state.__name__
    if state not in _makers:
        _makers[state] = StateMaker()
    return _makers[state]


class NativeClass(object):
    """What is declared of a builtin class."""
    _attrs_ = ('name', 'state', 'parent', 'implements', 'is_abstract', 'is_final', 'init', 'methods', 'constants', 'properties')

    def __init__(self, name, state, parent, implements, is_abstract, is_final, init):
        "NOT_RPYTHON"
        self.name = name
        self.state = state
        self.parent = parent
        self.implements = implements
        self.is_abstract = is_abstract
        self.is_final = is_final
        self.init = init
        self.methods = []           # NativeMethod
        self.constants = []         # (name, W_Root)
        self.properties = []        # (name, W_Root)

    def method(self, text, raw=(), paths=(), static=False, final=False, protected=False, min_args=-1):
        """NOT_RPYTHON. Decorator: the function is the method of this signature."""
        signature = parse_signature(text, raw, paths, _constant_values)
        signature.title = '%s::%s' % (self.name, signature.name)
        codes = ''.join([param.code for param in signature.params])
        result = 'w' if 'return' in raw else RESULTS.get(signature.returns, 'w')
        if signature.name == '__construct':
            result = 'v'

        def declare(body):
            made = shape(None if static else self.state, codes, result)(self.name, signature, final, dont_look_inside(body))
            if protected:
                made.visibility = PROTECTED
            if min_args >= 0:
                made.min_args = min_args
            self.methods.append(made)
            return body
        return declare

    def abstract(self, text, protected=False):
        """NOT_RPYTHON. A method that PHP classes have to write."""
        signature = parse_signature(text, (), (), _constant_values)
        made = TypedMethod(self.name, signature, False, False)
        made.function = builtin_classes.abstract_body
        made.is_abstract = True
        if protected:
            made.visibility = PROTECTED
        self.methods.append(made)

    def constant(self, name, value):
        """NOT_RPYTHON. A class constant, an int."""
        w_value = W_Int(value)
        self.constants.append((name, w_value))
        _constant_values['%s::%s' % (self.name, name)] = w_value

    def property(self, name, w_default):
        "NOT_RPYTHON. A public property."
        self.properties.append((name, w_default))


def native_class(name, state, parent='', implements=(), abstract=False, final=False, init=INIT_PLAIN):
    """NOT_RPYTHON. A NativeClass; state: the natives.W_Native subclass of its objects, or instances.W_Object. init: whether PHP code may make and copy objects, as classes.INIT_... say."""
    made = NativeClass(name, state, parent, implements, abstract, final, init)
    CLASSES.append(made)
    ENGINE_CLASSES.append(name)
    return made


def install(symbols):
    """NOT_RPYTHON. Makes all of them classes of an engine."""
    for native in CLASSES:
        parent = symbols.class_cell(native.parent).cls if native.parent else None
        cls = W_Class(native.name, parent)
        cls.is_internal = True
        cls.is_abstract = native.is_abstract
        cls.is_final = native.is_final
        symbols.class_cell(native.name).cls = cls
        if parent is not None:
            builtin_classes.inherit(cls, parent)
        cls.ancestors[ascii_lower(native.name)] = True
        for name in native.implements:
            builtin_classes.implement(cls, symbols.class_cell(name).cls)
        _add_members(symbols, native, cls)
        cls.init_native = native.init
        if native.state is not W_Object and native.init <= INIT_UNIQUE:
            cls.maker = maker_of(native.state)
        builtin_classes.finish(cls)


def _add_members(symbols, native, cls):
    "NOT_RPYTHON"
    for name, w_value in native.constants:
        if name not in cls.constants:
            cls.constant_names.append(name)
        cls.constants[name] = ClassConstant(name, cls, PUBLIC, w_value, None)
    for name, w_default in native.properties:
        builtin_classes.add_property(cls, name, PUBLIC, w_default)
    for made in native.methods:
        lower = made.name.lower()
        if lower not in cls.methods:
            cls.method_names.append(lower)
        cls.methods[lower] = made
        made.prototype = builtin_classes.prototype_of_signature(symbols, made.signature)
        if made.name == '__debugInfo':
            made.prototype = None
