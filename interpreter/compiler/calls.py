"""Calls: arguments, functions, methods, new, closures."""
from __future__ import absolute_import

from hippy.interpreter.compiler import bytecode as b
from hippy.interpreter.compiler import printing
from hippy.interpreter.compiler.chains import compile_chain, link, opens_chain, skip_if_null
from hippy.interpreter.compiler.checks import has_nullsafe, has_writable_root
from hippy.interpreter.compiler.code import CallSite
from hippy.interpreter.compiler.declarations import compile_closure_code
from hippy.interpreter.compiler.dispatch import compiles, expr, expr_to
from hippy.interpreter.compiler.expressions import class_ref
from hippy.interpreter.compiler.function_compiler import SUPERGLOBALS
from hippy.interpreter.compiler.folding import fold
from hippy.interpreter.compiler.places import prop_name, reference_to, referenced_expr
from hippy.interpreter.compiler.members import declare_anonymous_class
from hippy.interpreter.objects.strings import W_Str
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.syntax import ast

# functions that work on the frame that calls them: numbers for CALL_SPECIAL
SPECIAL_FUNCTIONS = ['func_get_args', 'func_get_arg', 'func_num_args', 'compact', 'extract', 'get_defined_vars']
ASSERTIONS_ARE_ON = 6       # no function: whether assert() evaluates anything
NOTE_CALLEE = 7             # nor this: whether the call whose value a REPL input has is one of a function that returns none

# how a callee takes an argument, as far as it is known while compiling
BY_VALUE = 0
BY_REFERENCE = 1
UNKNOWN = 2


def is_referenceable(node):
    if isinstance(node, ast.Variable):
        return node.name != 'this'
    if isinstance(node, ast.Dim) or isinstance(node, ast.Prop) or isinstance(node, ast.StaticProp):
        return not has_nullsafe(node) and has_writable_root(node)
    return isinstance(node, ast.VariableVariable)


def has_spread_or_names(args):
    for arg in args:
        if arg.spread or arg.name is not None:
            return True
    return False


def check_arguments(c, args):
    """The order of positional, spread and named arguments."""
    has_names = False
    has_spread = False
    for arg in args:
        if arg.spread:
            if has_names:
                raise c.unit.error('Cannot use argument unpacking after named arguments', arg)
            has_spread = True
        elif arg.name is not None:
            has_names = True
        elif has_spread:
            raise c.unit.error('Cannot use positional argument after argument unpacking', arg)
        elif has_names:
            raise c.unit.error('Cannot use positional argument after named argument', arg)


def call_site(c, name, fallback, args):
    """The index into code.calls."""
    cell = None
    fallback_cell = None
    if name != '':
        cell = c.unit.symbols.function_cell(name)
        if fallback != '':
            fallback_cell = c.unit.symbols.function_cell(fallback)
    names = []
    has_names = False
    for arg in args:
        if arg.name is not None:
            has_names = True
            names.append(arg.name)
        else:
            names.append('')
    c.e.calls.append(CallSite(name, cell, fallback_cell, names, has_names))
    return len(c.e.calls) - 1


@compiles(ast.Call)
def compile_Call(c, node, target):
    assert isinstance(node, ast.Call)
    check_arguments(c, node.args)
    callee = node.callee
    if not isinstance(callee, ast.Name):
        return _call_dynamic(c, node, callee, target)
    name, fallback = c.unit.function_name(callee)
    lower = ascii_lower(fallback if fallback != '' else name)
    if lower == 'assert' and not node.first_class:
        return _compile_assert(c, node, name, fallback, target)
    return _call_by_name(c, node, name, fallback, lower, target)


def _compile_assert(c, node, name, fallback, target):
    """Without a description the text of the assertion is one. Nothing is evaluated where assertions are off."""
    with_text = node
    if len(node.args) == 1 and node.args[0].spread:
        raise c.unit.error('Cannot use positional argument after argument unpacking', node)
    if len(node.args) == 1:
        argument = node.args[0]
        text = printing.text_of(argument.value)
        if argument.name is not None:
            text = argument.name + ': ' + text
        description = ast.StringLiteral(node.start, node.end, 'assert(' + text + ')')
        extra = ast.Arg(node.start, node.end, description, None if argument.name is None else 'description', False)
        with_text = ast.Call(node.start, node.end, node.callee, [argument, extra], False)
    is_on = c.e.temporary()
    c.at(node)
    c.e.emit(b.CALL_SPECIAL, ASSERTIONS_ARE_ON, 0, 0, is_on)
    off = c.e.label()
    end = c.e.label()
    c.e.release(is_on)
    c.e.emit(b.JMPZ, is_on, off)
    slot = c.result(target)
    lower = ascii_lower(fallback if fallback != '' else name)
    operand = _call_by_name(c, with_text, name, fallback, lower, slot)
    assert operand == slot
    c.e.emit(b.JMP, end)
    c.e.place(off)
    c.e.emit(b.COPY, c.e.const_bool(True), slot)
    c.e.place(end)
    return slot


def _call_by_name(c, node, name, fallback, lower, target):
    if node.first_class or has_spread_or_names(node.args):
        return _call_named_through_slot(c, node, name, fallback, target)
    if lower in SPECIAL_FUNCTIONS and _fits_special(lower, len(node.args)):
        return _call_special(c, node, lower, target)
    first = c.e.block(len(node.args)) if len(node.args) > 0 else 0
    site = call_site(c, name, fallback, node.args)
    if not _is_sure(c, name, fallback) and not _are_constant(c, node.args):
        c.e.emit(b.FIND_FUNCTION, site)     # before its arguments are computed
    for i in range(len(node.args)):
        _send_to_site(c, node.args[i].value, site, i, first + i, _known_mode(c, name, fallback, i))
    if len(node.args) > 0:
        c.e.release_block(first, len(node.args))
    slot = c.result_or_unused(target)
    c.at(node)
    c.e.emit(b.CALL_BUILTIN if _is_builtin(c, name, fallback) else b.CALL, site, first, len(node.args), slot)
    if node is c.value_node:
        block = c.e.block(2)
        c.e.emit(b.INIT_FUNCTION, site, block)
        c.e.release_block(block, 2)
        _note_callee(c, block)
    return slot


def _note_callee(c, slot):
    """Tells of the callee in a slot, which is taken out of it."""
    c.e.emit(b.CALL_SPECIAL, NOTE_CALLEE, slot, 1, b.UNUSED)


def _note_if_value(c, node, block):
    """The same for a call in a block whose value is that of the input."""
    if node is c.value_node:
        copy = c.e.temporary()
        c.e.emit(b.COPY, block, copy)
        c.e.release(copy)
        _note_callee(c, copy)


def _fits_special(lower, count):
    """True for as many arguments as CALL_SPECIAL can work with; the function itself complains about others."""
    if lower == 'compact' or lower == 'extract':
        return count > 0
    return count == (1 if lower == 'func_get_arg' else 0)


def _is_sure(c, name, fallback):
    """True when the function will be there."""
    return _is_there(c, name) or (fallback != '' and _is_there(c, fallback))


def _is_there(c, name):
    lower = ascii_lower(name)
    if lower in c.unit.declared_functions:
        return True
    cell = c.unit.symbols.functions.get(lower, None)
    return cell is not None and cell.func is not None


def _are_constant(c, args):
    for arg in args:
        if fold(c, arg.value) is None:
            return False
    return True


def _is_builtin(c, name, fallback):
    cell = c.unit.symbols.functions.get(ascii_lower(name), None)
    return fallback == '' and cell is not None and cell.func is not None and cell.func.is_builtin()


def _known_mode(c, name, fallback, index):
    """BY_VALUE, BY_REFERENCE or UNKNOWN for argument `index`."""
    if fallback != '':
        cell = c.unit.symbols.functions.get(ascii_lower(name), None)
        if ascii_lower(name) in c.unit.declared_functions or cell is not None and cell.func is not None:
            return _mode_of(c, name, index)
        return UNKNOWN
    return _mode_of(c, name, index)


def _mode_of(c, name, index):
    lower = ascii_lower(name)
    declared = c.unit.declared_functions.get(lower, None)
    if declared is not None:
        return BY_REFERENCE if _declared_by_ref(declared, index) else BY_VALUE
    cell = c.unit.symbols.functions.get(lower, None)
    if cell is None or cell.func is None:
        return UNKNOWN
    return BY_REFERENCE if cell.func.by_reference(index) else BY_VALUE


def _declared_by_ref(function, index):
    params = function.params
    if index < len(params):
        return params[index].by_ref
    return len(params) > 0 and params[len(params) - 1].variadic and params[len(params) - 1].by_ref


def _send_to_site(c, node, site, index, slot, mode):
    """Puts an argument into its slot: a copy, or a reference where the function takes one."""
    if mode == BY_VALUE or (mode == UNKNOWN and not is_referenceable(node)):
        if _is_finished(c, c.e.calls[site].name):
            expr_to(c, node, slot)
        else:
            _send_value(c, node, slot)
    elif mode == BY_REFERENCE:
        _send_reference(c, node, site, index, slot)
    elif isinstance(node, ast.Variable):
        c.e.emit(b.SEND_EX, site, c.variable(node.name), index, slot)
    else:
        by_value = c.e.label()
        end = c.e.label()
        c.e.emit(b.JMP_SEND_VALUE, site, index, by_value)
        _send_reference(c, node, site, index, slot)
        c.e.emit(b.JMP, end)
        c.e.place(by_value)
        _send_value(c, node, slot)
        c.e.place(end)


def _is_finished(c, name):
    """True for a function that is compiled: PHP looks at what it takes at once."""
    lower = ascii_lower(name)
    cell = c.unit.symbols.functions.get(lower, None)
    return lower in c.unit.function_lines or cell is not None and cell.func is not None


def _send_value(c, node, slot):
    """By value. Only when it is called is it known that f($a[]) has nothing to read."""
    if _appends(node):
        message = ast.StringLiteral(node.start, node.end, 'Cannot use [] for reading')
        name = ast.Name(node.start, node.end, 'Error', ast.NAME_FULLY_QUALIFIED)
        thrown = ast.New(node.start, node.end, name, [ast.Arg(node.start, node.end, message, None, False)], False)
        node = ast.Throw(node.start, node.end, thrown)
    expr_to(c, node, slot)


def _appends(node):
    while isinstance(node, ast.Dim) or isinstance(node, ast.Prop):
        if isinstance(node, ast.Dim):
            if node.index is None:
                return True
            node = node.target
        else:
            assert isinstance(node, ast.Prop)
            node = node.target
    return False


def _send_reference(c, node, site, index, slot):
    if is_referenceable(node):
        reference = reference_to(c, node)
        c.e.release(reference)
        c.e.emit(b.COPY_TMP, reference, slot)
        return
    operand = referenced_expr(c, node)
    c.e.release(operand)
    if isinstance(node, ast.Call) or isinstance(node, ast.MethodCall) or isinstance(node, ast.StaticCall):
        c.e.emit(b.ONLY_VARIABLES, operand, slot)
    else:
        c.e.emit(b.NOT_REFERENCEABLE, operand, slot, index, site)


def _call_special(c, node, lower, target):
    first = c.e.block(len(node.args)) if len(node.args) > 0 else 0
    for i in range(len(node.args)):
        value = node.args[i].value
        if i == 0 and lower == 'extract' and len(node.args) > 1 and is_referenceable(value):
            reference = reference_to(c, value)      # for EXTR_REFS
            c.e.release(reference)
            c.e.emit(b.COPY_TMP, reference, first)
        else:
            expr_to(c, value, first + i)
    if len(node.args) > 0:
        c.e.release_block(first, len(node.args))
    number = 0
    for i in range(len(SPECIAL_FUNCTIONS)):
        if SPECIAL_FUNCTIONS[i] == lower:
            number = i
    slot = c.result_or_unused(target)
    c.e.emit(b.CALL_SPECIAL, number, first, len(node.args), slot)
    return slot


# callees in slots: two temporaries for callee and $this, then the arguments

def _block_for(c, args):
    return c.e.block(2 + len(args))


def _call_named_through_slot(c, node, name, fallback, target):
    """f(...$a), f(x: 1) and f(...)."""
    block = _block_for(c, node.args)
    site = call_site(c, name, fallback, [])
    c.e.emit(b.INIT_FUNCTION, site, block)
    _note_if_value(c, node, block)
    return finish_call(c, node.start, block, node.args, node.first_class, target)


def _call_dynamic(c, node, callee, target):
    block = _block_for(c, node.args)
    operand = expr(c, callee)
    c.e.release(operand)
    c.e.emit(b.INIT_DYNAMIC, operand, block)
    _note_if_value(c, node, block)
    return finish_call(c, callee.end - 1, block, node.args, node.first_class, target)


def finish_call(c, place, block, args, first_class, target):
    """Sends the arguments and calls the callee in the block, on the line of the byte `place`."""
    if first_class:
        c.e.release_block(block, 2 + len(args))
        slot = c.result(target)
        c.e.emit(b.FIRST_CLASS_CALLABLE, block, slot)
        return slot
    if _has_spread(args):
        return _finish_spread_call(c, place, block, args, target)
    site = call_site(c, '', '', args)
    for i in range(len(args)):
        _send_to_slot(c, args[i], block, i)
    c.e.release_block(block, 2 + len(args))
    slot = c.result_or_unused(target)
    c.at_line_of(place)
    c.e.emit(b.CALL_SLOT, block, len(args), slot, site)
    return slot


def _has_spread(args):
    for arg in args:
        if arg.spread:
            return True
    return False


def _send_to_slot(c, arg, block, index):
    _send_into(c, arg, block, index, block + 2 + index)


def _send_into(c, arg, block, index, slot):
    node = arg.value
    name = arg.name
    if not is_referenceable(node):
        expr_to(c, node, slot)
    elif isinstance(node, ast.Variable):
        if name is not None:
            c.e.emit(b.SEND_NAMED, block, c.variable(node.name), c.e.name(name), slot)
        else:
            c.e.emit(b.SEND_DYNAMIC, block, c.variable(node.name), index, slot)
    else:
        by_value = c.e.label()
        end = c.e.label()
        if name is not None:
            c.e.emit(b.JMP_NAMED_SEND_VALUE, block, c.e.name(name), by_value)
        else:
            c.e.emit(b.JMP_SLOT_SEND_VALUE, block, index, by_value)
        reference = reference_to(c, node)
        c.e.release(reference)
        c.e.emit(b.COPY_TMP, reference, slot)
        c.e.emit(b.JMP, end)
        c.e.place(by_value)
        _send_value(c, node, slot)
        c.e.place(end)


def _finish_spread_call(c, place, block, args, target):
    """Collects all arguments in one array, named ones under their names."""
    array = c.e.temporary()
    c.e.emit(b.NEW_ARRAY, array, len(args))
    for i in range(len(args)):
        arg = args[i]
        if not arg.spread and arg.name is None and is_referenceable(arg.value):
            slot = c.e.temporary()
            _send_into(c, arg, block, i, slot)
            c.e.emit(b.ELEM_SEND, array, slot)
            c.e.release(slot)
            continue
        operand = expr(c, arg.value)
        c.e.release(operand)
        if arg.spread:
            c.e.emit(b.ELEM_SPREAD, array, operand, 1)
        elif arg.name is not None:
            c.e.emit(b.ELEM_SET, array, c.e.const_str(arg.name), operand)
        else:
            c.e.emit(b.ELEM_APPEND, array, operand)
    c.e.release_block(block, 2 + len(args))
    c.e.release(array)
    slot = c.result_or_unused(target)
    c.at_line_of(place)
    c.e.emit(b.SPREAD_CALL, block, array, slot, 0)
    return slot


@compiles(ast.MethodCall)
def compile_MethodCall(c, node, target):
    assert isinstance(node, ast.MethodCall)
    if node.first_class and has_nullsafe(node):
        raise c.unit.error('Cannot combine nullsafe operator with Closure creation', node)
    check_arguments(c, node.args)
    _check_method_name(c, node.name)
    if opens_chain(c, node):
        return compile_chain(c, node, target)
    value = link(c, node.target)
    if node.nullsafe:
        skip_if_null(c, value, False)
    block = _block_for(c, node.args)
    name = prop_name(c, node.name)
    c.e.release(value)
    c.e.release(name)
    c.e.emit(b.INIT_METHOD, value, name, block, 0)
    _note_if_value(c, node, block)
    return finish_call(c, node.name.start, block, node.args, node.first_class, target)


def _check_method_name(c, name):
    if not isinstance(name, ast.Identifier):
        w_name = fold(c, name)
        if w_name is not None and not isinstance(w_name, W_Str):
            raise c.unit.error('Method name must be a string', name)


@compiles(ast.StaticCall)
def compile_StaticCall(c, node, target):
    assert isinstance(node, ast.StaticCall)
    check_arguments(c, node.args)
    _check_method_name(c, node.name)
    if opens_chain(c, node):
        return compile_chain(c, node, target)
    block = _block_for(c, node.args)
    name = prop_name(c, node.name)
    index = class_ref(c, node.class_ref)
    c.e.release(name)
    c.at_line_of(node.name.start)
    c.e.emit(b.INIT_STATIC, index, name, block)
    _note_if_value(c, node, block)
    return finish_call(c, node.name.start, block, node.args, node.first_class, target)


@compiles(ast.New)
def compile_New(c, node, target):
    assert isinstance(node, ast.New)
    if node.first_class:
        raise c.unit.error('Cannot create Closure for new expression', node)
    check_arguments(c, node.args)
    block = _block_for(c, node.args)
    slot = c.e.temporary()
    reference = node.class_ref
    if isinstance(reference, ast.AnonymousClass):
        index = declare_anonymous_class(c, reference)
    else:
        index = class_ref(c, reference)
    c.at_line_of(reference.start)
    c.e.emit(b.INIT_NEW, index, slot, block)
    operand = finish_call(c, reference.start, block, node.args, False, -2)
    assert operand < 0
    return slot


@compiles(ast.Closure)
def compile_Closure(c, node, target):
    assert isinstance(node, ast.Closure)
    names = []
    by_refs = []
    for use in node.uses:
        if use.name == 'this':
            raise c.unit.error('Cannot use $this as lexical variable', use)
        if use.name in names:
            raise c.unit.error('Cannot use variable $%s twice' % use.name, use)
        if use.name in SUPERGLOBALS or use.name == 'GLOBALS':
            raise c.unit.error('Cannot use auto-global as lexical variable', use)
        for param in node.function.params:
            if param.name == use.name:
                raise c.unit.error('Cannot use lexical variable $%s as a parameter name' % use.name, use)
        names.append(use.name)
        by_refs.append(use.by_ref)
    return _make_closure(c, node.function, names, by_refs, False, target)


@compiles(ast.ArrowFunction)
def compile_ArrowFunction(c, node, target):
    assert isinstance(node, ast.ArrowFunction)
    return _make_closure(c, node.function, [], [], True, target)


def _make_closure(c, function, names, by_refs, is_arrow, target):
    code, captured = compile_closure_code(c, function, names, by_refs, is_arrow)
    if is_arrow:
        names = captured
        by_refs = [False] * len(captured)
    first = c.e.block(len(names)) if len(names) > 0 else 0
    for i in range(len(names)):
        variable = c.e.variable(names[i])
        if by_refs[i]:
            c.e.emit(b.MAKE_REF, variable, first + i)
        elif is_arrow:
            c.e.emit(b.COPY_IF_SET, variable, first + i)
        else:
            c.e.emit(b.COPY, variable, first + i)
    if len(names) > 0:
        c.e.release_block(first, len(names))
    c.e.functions.append(code)
    slot = c.result(target)
    c.e.emit(b.MAKE_CLOSURE, len(c.e.functions) - 1, first, len(names), slot)
    return slot
