"""Functions, closures and their parameters. Classes are in members.py."""
from __future__ import absolute_import

from hippy.interpreter.compiler import bytecode as b
from hippy.interpreter.compiler.attributes import TARGET_FUNCTION, TARGET_PARAMETER, TARGET_PROPERTY, check_attributes, has_attribute
from hippy.interpreter.compiler.checks import check_constant_expression, check_default, check_generator_type, check_parameter, check_parameter_type
from hippy.interpreter.compiler.code import ClosureBinding, Code, Param, KIND_CONSTANT, KIND_FUNCTION
from hippy.interpreter.compiler.dispatch import effect, expr, expr_to, mark_statement, statements
from hippy.interpreter.compiler.folding import fold
from hippy.interpreter.compiler.function_compiler import FunctionCompiler
from hippy.interpreter.compiler.types import compile_type
from hippy.interpreter.errors import E_DEPRECATED
from hippy.interpreter.objects.types import T_MIXED, T_NEVER, T_NULL, T_STRING, T_VOID, Type, with_null
from hippy.interpreter.objects.arrays import W_Array
from hippy.interpreter.objects.numbers import float_text, int_text
from hippy.interpreter.objects.values import W_Float, W_Int, w_null
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.syntax import ast


# functions

def compile_function_code(c, function, name, class_context, has_this):
    """The Code of a function or method; c is the compiler of what is round it."""
    code = Code(name, c.unit.filename, KIND_FUNCTION)
    inner = FunctionCompiler(c.unit, code, class_context, None)
    inner.function_name = name
    inner.has_this = has_this
    if class_context is not None:
        code.class_name = class_context.name
        inner.method_name = class_context.name + '::' + name
    else:
        inner.method_name = name
    compile_body(inner, function, [], [], False)
    c.e.children.append(code)
    return code


def compile_closure_code(c, function, names, by_refs, is_arrow):
    """(Code, names captured): of a closure with its `use` list, or of an arrow function, which captures what it names."""
    code = Code('{closure}', c.unit.filename, KIND_FUNCTION)
    if c.unit.namespace != '':
        code.name = c.unit.namespace + '\\{closure}'
    code.is_closure = True
    if c.class_context is not None:
        code.class_name = c.class_context.name
    inner = FunctionCompiler(c.unit, code, c.class_context, c)
    inner.function_name = code.name
    inner.method_name = code.name
    check_attributes(inner, function.attributes, TARGET_FUNCTION, 0, function)
    compile_body(inner, function, names, by_refs, is_arrow)
    c.e.children.append(code)
    captured = []
    if is_arrow:
        uses = []
        for i in range(len(code.params), code.var_count):
            name = code.var_names[i]
            if name != 'this':
                captured.append(name)
                uses.append(ClosureBinding(i, False))
        code.uses = uses[:]
    return code, captured


def compile_body(c, function, use_names, use_by_refs, is_arrow):
    """Parameters, `use` variables, statements, and the return at the end."""
    code = c.code
    unit = c.unit
    code.start_line = unit.lines.line_of(function.keyword_start)
    code.end_line = unit.lines.line_of(function.end - 1)
    code.doc_comment = function.doc_comment
    code.strict_types = unit.strict_types
    code.is_static = function.is_static
    code.by_ref_return = function.by_ref
    code.is_generator = function.is_generator
    unit.fixed_line = code.start_line
    code.return_type = declared_return_type(c, function)
    for param in function.params:
        c.e.variable(param.name)
    uses = []
    for i in range(len(use_names)):
        uses.append(ClosureBinding(c.e.variable(use_names[i]), use_by_refs[i]))
    code.uses = uses[:]
    c.e.line = code.start_line
    _compile_params(c, function.params)
    unit.fixed_line = 0
    if function.is_generator:
        check_generator_type(c, function)
        c.e.emit(b.CREATE_GENERATOR)
        c.e.emit(b.SUSPEND, b.UNUSED)
    assert function.body is not None
    c.statements = [function.body]
    c.at(function.body)
    _compile_statements(c, function.body, is_arrow)
    c.e.line = code.end_line
    c.e.start = -1
    mark_statement(c)       # the closing brace
    emit_final_return(c)
    finish(c)


def _compile_statements(c, body, is_arrow):
    """An arrow function stands for a `return`, unless it never returns."""
    nodes = body.statements if isinstance(body, ast.Block) else [body]
    type = c.code.return_type
    if is_arrow and type is not None and type.mask & T_NEVER:
        node = nodes[0]
        if isinstance(node, ast.Return) and node.value is not None:
            c.at(node)
            mark_statement(c)
            effect(c, node.value)
            return
    statements(c, nodes)


def declared_return_type(c, function):
    """The Type or None; __toString() returns a string whether it says so or not."""
    name = function.name
    if function.return_type is None and c.class_context is not None and name is not None and ascii_lower(name) == '__tostring':
        return Type(T_STRING, [], [], ['string'], False)
    type = compile_type(c, function.return_type)
    if type is not None and type.mask & T_VOID and function.by_ref:
        c.unit.warn(E_DEPRECATED, 'Returning by reference from a void function is deprecated', function)
    return type


def emit_final_return(c):
    operand = c.e.const_null()
    if c.code.is_generator:
        c.e.emit(b.GENERATOR_RETURN, operand)
    if c.code.return_type is not None and not c.code.is_generator:
        slot = c.e.temporary()
        c.e.emit(b.CHECK_RETURN, b.UNUSED_KEY, slot)
        c.e.release(slot)
    c.e.emit(b.RETURN, operand)


def finish(c):
    c.e.finish()
    slot = -1
    for i in range(len(c.e.var_names)):
        if c.e.var_names[i] == 'this':
            slot = i
    c.code.this_slot = slot


def _compile_params(c, nodes):
    params = []
    code = c.code
    last_required = -1
    for i in range(len(nodes)):
        if nodes[i].default is None and not nodes[i].variadic:
            last_required = i
    simple = True
    for i in range(len(nodes)):
        node = nodes[i]
        check_parameter(c, nodes, i, code)
        param = _compile_param(c, node, i, nodes[last_required] if i < last_required else None)
        if param.type is not None or param.by_ref or param.variadic or param.has_default:
            simple = False
        code.by_ref_params = code.by_ref_params or param.by_ref
        code.variadic = param.variadic
        params.append(param)
        if node.modifiers != 0:
            if c.class_context is None:
                raise c.unit.error('Cannot declare promoted property outside a constructor', node)
            _promote(c, node, i)
    code.params = params[:]
    code.simple_params = simple
    code.required_count = last_required + 1


def _compile_param(c, node, number, required):
    """required: a parameter without default further on, or None: before it a default is worth nothing."""
    if node.default is not None:
        check_constant_expression(c, node.default, True)
    check_attributes(c, node.attributes, TARGET_PARAMETER, TARGET_PROPERTY if node.modifiers else 0, node)
    type = compile_type(c, node.type)
    if type is not None:
        check_parameter_type(c, node, type)
    w_default = None
    has_default = node.default is not None
    if node.default is not None:
        w_default = fold(c, node.default)
        implicit_null = w_default is w_null and type is not None and type.mask & (T_NULL | T_MIXED) == 0 and (
            node.modifiers == 0)
        if type is not None and w_default is not None:
            w_default = check_default(c, type, w_default, 'parameter $%s' % node.name, False, node.modifiers == 0, node)
            if implicit_null:
                type = with_null(type)
        if required is not None:
            if not implicit_null:
                c.unit.warn(E_DEPRECATED, 'Optional parameter $%s declared before required parameter $%s is implicitly treated as a '
                            'required parameter' % (node.name, required.name), node)
            has_default = False
            w_default = None
        elif w_default is None:
            _compute_default(c, node, number)
    param = Param(node.name, type, node.by_ref, node.variadic, has_default, w_default, node.modifiers)
    param.default_text = default_text(c, node.default)
    param.sensitive = has_attribute(c, node.attributes, 'sensitiveparameter')
    return param


def default_text(c, node):
    """A default as PHP prints it in a function's head."""
    if node is None:
        return ''
    if isinstance(node, ast.ConstFetch):
        lower = ascii_lower(node.name.text)
        if lower in ('null', 'true', 'false'):
            return lower
        name, _fallback = c.unit.constant_name(node.name)
        return name
    if isinstance(node, ast.ClassConst):
        class_ref = node.class_ref
        if isinstance(class_ref, ast.Name):
            return '%s::%s' % (c.unit.class_name(class_ref), node.name)
    if isinstance(node, ast.StringLiteral):
        if len(node.value) > 10:
            return "'" + node.value[:10] + "...'"
        return "'" + node.value + "'"
    w = fold(c, node)
    if isinstance(w, W_Array):
        return '[]' if w.count() == 0 else '[...]'
    if isinstance(w, W_Int):
        return int_text(w.intval)
    if isinstance(w, W_Float):
        return float_text(w.floatval, 14)
    return '<expression>'


def _compute_default(c, node, slot):
    done = c.e.label()
    c.e.emit(b.JMP_SET, slot, done)
    c.fixed_line = c.code.start_line
    expr_to(c, node.default, slot)
    c.fixed_line = 0
    c.e.place(done)


def _promote(c, node, slot):
    c.at(node)
    this = c.e.variable('this')
    c.e.emit(b.ASSIGN_PROP, this, c.e.const_str(node.name), slot, c.e.cache())


def compile_constant_code(c, class_context, node):
    """The Code of a constant expression that is computed when it is first needed."""
    code = Code('[constant expression]', c.unit.filename, KIND_CONSTANT)
    inner = FunctionCompiler(c.unit, code, class_context, None)
    inner.at(node)
    code.start_line = inner.e.line
    code.end_line = inner.e.line
    code.is_static = True
    operand = expr(inner, node)
    inner.e.emit(b.RETURN, operand)
    finish(inner)
    return code


def compile_signature(c, function, name, context):
    """The Code of an abstract method: parameters only."""
    code = Code(name, c.unit.filename, KIND_FUNCTION)
    inner = FunctionCompiler(c.unit, code, context, None)
    code.start_line = c.unit.lines.line_of(function.keyword_start)
    code.end_line = code.start_line
    c.unit.fixed_line = code.start_line
    code.doc_comment = function.doc_comment
    code.return_type = declared_return_type(inner, function)
    code.by_ref_return = function.by_ref
    for param in function.params:
        inner.e.variable(param.name)
    _compile_params(inner, function.params)
    c.unit.fixed_line = 0
    inner.e.emit(b.RETURN, inner.e.const_null())
    finish(inner)
    return code
