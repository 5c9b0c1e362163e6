"""What a closure shows of itself: its function, bound variables, $this and parameters, as var_dump() tells them."""
from __future__ import absolute_import

from hippy.interpreter.builtins.registry import BuiltinFunction
from hippy.interpreter.objects.arrays import new_array
from hippy.interpreter.objects.functions import UserFunction
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import own

CLOSURE_NAME = '{closure}'


class Shown(object):
    """One line of the view."""
    _attrs_ = ('name', 'w_value')

    def __init__(self, name, w_value):
        self.name = name
        self.w_value = w_value


def shown_of(w_closure):
    """A list of Shown (Zend/zend_closures.c, zend_closure_get_debug_info)."""
    found = []
    func = w_closure.func
    if func.name != CLOSURE_NAME:
        owner = func.owner_name()
        found.append(Shown('function', new_str(owner + '::' + func.name if owner else func.name)))
    w_bound = _bound(w_closure)
    if w_bound.count() > 0:
        found.append(Shown('static', w_bound))
    if w_closure.w_this is not None:
        found.append(Shown('this', w_closure.w_this))
    w_parameters = _parameters(func)
    if w_parameters.count() > 0:
        found.append(Shown('parameter', w_parameters))
    return found


def _bound(w_closure):
    w_array = new_array(0)
    func = w_closure.func
    if isinstance(func, UserFunction):
        uses = func.code.uses
        for i in range(min(len(uses), len(w_closure.bound))):
            w_value = deref(w_closure.bound[i])
            if w_value is not None:
                own(w_value)
                w_array.put_str(func.code.var_names[uses[i].slot], w_value)
    return w_array


def _parameters(func):
    w_array = new_array(0)
    if isinstance(func, UserFunction):
        for param in func.code.params:
            _note(w_array, param.name, param.by_ref, param.has_default or param.variadic)
    elif isinstance(func, BuiltinFunction):
        for builtin_param in func.signature.params:
            _note(w_array, builtin_param.name, builtin_param.by_ref, builtin_param.optional)
    return w_array


def _note(w_array, name, by_ref, optional):
    w_array.put_str(('&$' if by_ref else '$') + name, new_str('<optional>' if optional else '<required>'))
