"""Functions as the bytecode calls them. Builtins are made by builtins/registry.py."""
from __future__ import absolute_import

from hippy.interpreter.objects.values import W_Root
from hippy.interpreter.rlib.jit import elidable


class Function(W_Root):
    """name: as declared, without class."""
    _attrs_ = ('name',)
    _immutable_fields_ = ('name',)

    def by_reference(self, index):
        """True when argument `index` (from 0) is passed by reference."""
        raise NotImplementedError

    def is_builtin(self):
        return True

    def is_final_method(self):
        return False

    def is_abstract_method(self):
        return False

    def owner_name(self):
        """The name of the class that declares the method, '' for a function."""
        return ''


class UserFunction(Function):
    """A function or method of PHP code. cls: the class it belongs to (None outside); statics: its static variables."""
    _attrs_ = ('code', 'cls', 'visibility', 'is_static', 'is_abstract', 'is_final', 'statics')
    _immutable_fields_ = ('code', 'cls', 'visibility', 'is_static', 'is_abstract', 'is_final', 'statics[*]')

    def __init__(self, name, code, cls, visibility, is_static, is_abstract, is_final):
        self.name = name
        self.code = code
        self.cls = cls
        self.visibility = visibility        # 0 public, 1 protected, 2 private
        self.is_static = is_static
        self.is_abstract = is_abstract
        self.is_final = is_final
        self.statics = [StaticCell() for _ in code.static_names]

    def is_builtin(self):
        return False

    def is_final_method(self):
        return self.is_final

    def is_abstract_method(self):
        return self.is_abstract

    def owner_name(self):
        if self.cls is None:
            return ''
        return self.cls.name

    @elidable
    def _by_reference(self, index):
        params = self.code.params
        if index < len(params):
            return params[index].by_ref
        return self.code.variadic and params[len(params) - 1].by_ref

    def by_reference(self, index):
        if not self.code.by_ref_params:
            return False
        return self._by_reference(index)


class StaticCell(object):
    """A static variable: None until its declaration runs first."""
    _attrs_ = ('ref',)

    def __init__(self):
        self.ref = None


class NativeMethod(Function):
    """A method of a builtin class.

    parameters: the names for named arguments, where the method takes any. visibility: 0 public, 1 protected, 2 private.
    """
    _attrs_ = ('cls_name', 'function', 'min_args', 'max_args', 'is_static', 'is_final', 'is_abstract', 'visibility', 'parameters',
               'prototype')
    _immutable_fields_ = ('cls_name', 'function', 'min_args', 'max_args', 'is_static', 'is_final', 'is_abstract', 'visibility',
                          'parameters[*]', 'prototype')

    def __init__(self, cls_name, name, function, min_args, max_args, is_static, is_final, is_abstract, parameters):
        self.cls_name = cls_name
        self.name = name
        self.function = function
        self.min_args = min_args
        self.max_args = max_args
        self.is_static = is_static
        self.is_final = is_final
        self.is_abstract = is_abstract
        self.parameters = parameters[:]
        self.visibility = 0
        self.prototype = None       # compiler.code.Code with the parameters and types that overriding methods must fit, or None

    def call_on(self, ctx, w_this, args_w):
        """The owned result; arguments are borrowed, dereferenced (W_Ref where by_reference(i)), None where left out by name."""
        return self.function(ctx, w_this, args_w)

    def is_final_method(self):
        return self.is_final

    def is_abstract_method(self):
        return self.is_abstract

    def owner_name(self):
        return self.cls_name

    def by_reference(self, index):
        return False


class BuiltinFunction(Function):
    """A function of the engine, declared in builtins/: one subclass for each shape of parameters and result, which differ in `call`.

    signature: a builtins.signature.Signature.
    """
    _attrs_ = ('signature', 'min_args', 'max_args', 'any_by_ref', 'is_deprecated')
    _immutable_fields_ = ('signature', 'min_args', 'max_args', 'any_by_ref', 'is_deprecated')

    def __init__(self, signature):
        "NOT_RPYTHON"
        self.name = signature.name
        self.signature = signature
        self.min_args = signature.min_args
        self.max_args = signature.max_args
        self.any_by_ref = any(param.by_ref for param in signature.params)
        self.is_deprecated = False

    def call(self, ctx, args_w):
        """The owned result for a list of borrowed, dereferenced arguments (W_Ref where by_reference(i), None where left out)."""
        raise NotImplementedError

    def by_reference(self, index):
        if not self.any_by_ref:
            return False
        return self._by_reference(index)

    def _by_reference(self, index):
        params = self.signature.params
        if index < len(params):
            return params[index].by_ref
        return params[len(params) - 1].variadic and params[len(params) - 1].by_ref

    def prefers_reference(self, index):
        """True when a by-reference argument may also be a plain value."""
        return self.name == 'array_multisort' or self.name == 'extract'
