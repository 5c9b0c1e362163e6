"""Functions, closures, classes, parameters and types."""
from __future__ import absolute_import

from hippy.interpreter.compiler import bytecode as b
from hippy.interpreter.compiler.class_declaration import (
    ClassDeclaration, ConstantDeclaration, MethodDeclaration, PropertyDeclaration)
from hippy.interpreter.compiler.code import ClassRef, ClosureBinding, Code, Param, CLASS_NAMED, KIND_FUNCTION
from hippy.interpreter.compiler.dispatch import expr, expr_to, mark_statement, statement, statements
from hippy.interpreter.compiler.folding import fold
from hippy.interpreter.compiler.function_compiler import ClassContext, FunctionCompiler
from hippy.interpreter.objects.types import (
    NAMED_TYPES, T_MIXED, T_NULL, Type)
from hippy.interpreter.objects.values import w_null
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.syntax import ast


def compile_type(c, node):
    """The Type of an ast type, or None."""
    if node is None:
        return None
    mask, cells, text, is_intersection = _type_parts(c, node)
    if mask & T_MIXED:
        return Type(T_MIXED, [], text, False)
    return Type(mask, cells, text, is_intersection)


def _type_parts(c, node):
    if isinstance(node, ast.NamedType):
        name = node.name
        if name.resolution == ast.NAME_UNQUALIFIED:
            mask = NAMED_TYPES.get(ascii_lower(name.text), 0)
            if mask != 0:
                return mask, [], ascii_lower(name.text), False
        full = c.unit.class_name(name)
        return 0, [c.unit.symbols.class_cell(full)], full, False
    if isinstance(node, ast.NullableType):
        mask, cells, text, is_intersection = _type_parts(c, node.inner)
        return mask | T_NULL, cells, '?' + text, is_intersection
    is_intersection = isinstance(node, ast.IntersectionType)
    mask = 0
    cells = []
    class_names = []
    builtin_names = []
    if isinstance(node, ast.UnionType):
        members = node.types
    else:
        assert isinstance(node, ast.IntersectionType)
        members = node.types
    for member in members:
        member_mask, member_cells, text, _ = _type_parts(c, member)
        mask |= member_mask
        cells.extend(member_cells)
        if len(member_cells) > 0:
            class_names.append(text)
        else:
            builtin_names.append(text)
    if is_intersection:
        return mask, cells, '&'.join(class_names), True
    return mask, cells, '|'.join(class_names + _in_php_order(builtin_names)), False


# the order in which PHP prints the members of a union (Zend/zend_compile.c zend_type_to_string)
UNION_ORDER = ['static', 'array', 'string', 'int', 'float', 'iterable', 'object', 'callable', 'bool', 'false', 'void', 'never', 'null']


def _in_php_order(names):
    ordered = []
    for known in UNION_ORDER:
        for name in names:
            if name == known:
                ordered.append(name)
    for name in names:
        if name not in UNION_ORDER:
            ordered.append(name)
    return ordered


# functions

def compile_function_code(c, function, name, class_context, has_this):
    """The Code of a function or method; c is the compiler of what is round it."""
    code = Code(name, c.unit.filename, KIND_FUNCTION)
    inner = FunctionCompiler(c.unit, code, class_context, None)
    inner.function_name = name
    inner.has_this = has_this
    if class_context is not None:
        inner.method_name = class_context.name + '::' + name
    else:
        inner.method_name = name
    compile_body(inner, function, [], [])
    c.e.children.append(code)
    return code


def compile_closure_code(c, function, names, by_refs, is_arrow):
    """(Code, names captured): of a closure with its `use` list, or of an arrow function, which captures what it names."""
    code = Code('{closure}', c.unit.filename, KIND_FUNCTION)
    if c.unit.namespace != '':
        code.name = c.unit.namespace + '\\{closure}'
    code.is_closure = True
    inner = FunctionCompiler(c.unit, code, c.class_context, c)
    inner.function_name = '{closure}'
    inner.method_name = '{closure}'
    compile_body(inner, function, names, by_refs)
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


def compile_body(c, function, use_names, use_by_refs):
    """Parameters, `use` variables, statements, and the return at the end."""
    code = c.code
    unit = c.unit
    code.start_line = unit.lines.line_of(function.keyword_start)
    code.end_line = unit.lines.line_of(function.end - 1)
    code.strict_types = unit.strict_types
    code.is_static = function.is_static
    code.by_ref_return = function.by_ref
    code.is_generator = function.is_generator
    code.return_type = compile_type(c, function.return_type)
    for param in function.params:
        if param.name == 'this':
            raise unit.error('Cannot use $this as parameter', param)
        for other in function.params:
            if other is param:
                break
            if other.name == param.name:
                raise unit.error('Redefinition of parameter $%s' % param.name, param)
        c.e.variable(param.name)
    uses = []
    for i in range(len(use_names)):
        uses.append(ClosureBinding(c.e.variable(use_names[i]), use_by_refs[i]))
    code.uses = uses[:]
    c.e.line = code.start_line
    _compile_params(c, function.params)
    if function.is_generator:
        c.unsupported('generators (yield)', -1)
    assert function.body is not None
    c.statements = [function.body]
    c.at(function.body)
    if isinstance(function.body, ast.Block):
        statements(c, function.body.statements)
    else:
        statement(c, function.body)
    c.e.line = code.end_line
    c.e.start = -1
    mark_statement(c)       # the closing brace
    emit_final_return(c)
    finish(c)


def emit_final_return(c):
    operand = c.e.const_null()
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
    required = 0
    simple = True
    code = c.code
    for i in range(len(nodes)):
        node = nodes[i]
        w_default = None
        if node.default is not None:
            w_default = fold(c, node.default)
            if w_default is None:
                _compute_default(c, node, i)
            simple = False
        elif not node.variadic:
            required = i + 1
        type = compile_type(c, node.type)
        if type is not None and w_default is w_null and type.mask & (T_NULL | T_MIXED) == 0:
            type = Type(type.mask | T_NULL, type.cells[:], _implicitly_nullable(type), type.is_intersection)
        if type is not None or node.by_ref or node.variadic:
            simple = False
        if node.by_ref:
            code.by_ref_params = True
        if node.variadic:
            code.variadic = True
        params.append(Param(node.name, type, node.by_ref, node.variadic, node.default is not None, w_default, node.modifiers))
        if node.modifiers != 0:
            _promote(c, node, i)
    code.params = params[:]
    code.simple_params = simple
    code.required_count = required


def _implicitly_nullable(type):
    if type.text.find('|') >= 0:
        return type.text + '|null'
    return '?' + type.text


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
    code = Code('', c.unit.filename, KIND_FUNCTION)
    inner = FunctionCompiler(c.unit, code, class_context, None)
    inner.at(node)
    code.start_line = inner.e.line
    code.end_line = inner.e.line
    code.is_static = True
    operand = expr(inner, node)
    inner.e.emit(b.RETURN, operand)
    finish(inner)
    return code


# classes

def compile_class(c, node, name):
    """The index of the class's declaration in the code; `name` is its full name."""
    unit = c.unit
    parent = ''
    interfaces = []
    if node.class_kind == ast.CLASS_INTERFACE:
        for extended in node.extends:
            interfaces.append(unit.class_name(extended))
    elif len(node.extends) > 0:
        parent = unit.class_name(node.extends[0])
    for implemented in node.implements:
        interfaces.append(unit.class_name(implemented))
    declaration = ClassDeclaration(name, node.class_kind, node.modifiers, parent, interfaces, unit.symbols.class_cell(name))
    declaration.file = unit.filename
    declaration.start_line = unit.lines.line_of(node.keyword_start)
    declaration.end_line = unit.lines.line_of(node.end - 1)
    if node.class_kind == ast.CLASS_TRAIT:
        declaration.unsupported = 'traits'
    elif node.class_kind == ast.CLASS_ENUM:
        declaration.unsupported = 'enums'
    context = ClassContext(name, parent if parent != '' else None)
    for member in node.members:
        _compile_member(c, declaration, context, member)
    c.e.class_declarations.append(declaration)
    return len(c.e.class_declarations) - 1


def _compile_member(c, declaration, context, member):
    if isinstance(member, ast.MethodDecl):
        _compile_method(c, declaration, context, member)
    elif isinstance(member, ast.PropertyDecl):
        type = compile_type(c, member.type)
        for item in member.items:
            _check_property(c, declaration, member, item)
            w_default = None
            code = None
            if item.default is not None:
                w_default = fold(c, item.default)
                if w_default is None:
                    code = compile_constant_code(c, context, item.default)
            declaration.properties.append(PropertyDeclaration(item.name, member.modifiers, type, w_default, code))
    elif isinstance(member, ast.ClassConstDecl):
        for item in member.items:
            _check_constant(c, declaration, item)
            w_value = fold(c, item.value)
            code = None
            if w_value is None:
                code = compile_constant_code(c, context, item.value)
            declaration.constants.append(ConstantDeclaration(item.name, member.modifiers, w_value, code))
    elif isinstance(member, ast.TraitUse):
        declaration.unsupported = 'traits'
    elif isinstance(member, ast.EnumCase):
        declaration.unsupported = 'enums'


def _check_property(c, declaration, member, item):
    if declaration.class_kind == ast.CLASS_INTERFACE:
        raise c.unit.error('Interfaces may not include properties', item)
    for known in declaration.properties:
        if known.name == item.name:
            raise c.unit.error('Cannot redeclare %s::$%s' % (declaration.name, item.name), item)


def _check_constant(c, declaration, item):
    if ascii_lower(item.name) == 'class':
        raise c.unit.error("A class constant must not be called 'class'; it is reserved for class name fetching", item)
    for known in declaration.constants:
        if known.name == item.name:
            raise c.unit.error('Cannot redefine class constant %s::%s' % (declaration.name, item.name), item)


def _compile_method(c, declaration, context, member):
    function = member.function
    name = function.name
    assert name is not None
    for known in declaration.methods:
        if ascii_lower(known.name) == ascii_lower(name):
            raise c.unit.error('Cannot redeclare %s::%s()' % (declaration.name, name), member)
    modifiers = member.modifiers
    if declaration.class_kind == ast.CLASS_INTERFACE:
        if function.body is not None:
            raise c.unit.error('Interface function %s::%s() cannot contain body' % (declaration.name, name), member)
        modifiers |= ast.MOD_ABSTRACT
    elif modifiers & ast.MOD_ABSTRACT:
        if function.body is not None:
            raise c.unit.error('Abstract function %s::%s() cannot contain body' % (declaration.name, name), member)
        if declaration.modifiers & ast.MOD_ABSTRACT == 0:
            raise c.unit.error('Class %s contains 1 abstract method and must therefore be declared abstract or implement the remaining '
                               'methods (%s::%s)' % (declaration.name, declaration.name, name), member)
    elif function.body is None:
        raise c.unit.error('Non-abstract method %s::%s() must contain body' % (declaration.name, name), member)
    if function.body is None:
        code = compile_signature(c, function, name, context)
    else:
        code = compile_function_code(c, function, name, context, modifiers & ast.MOD_STATIC == 0)
    declaration.methods.append(MethodDeclaration(name, modifiers, code))
    for param in function.params:
        if param.modifiers != 0:
            declaration.properties.append(PropertyDeclaration(param.name, param.modifiers, compile_type(c, param.type), None, None))


def compile_signature(c, function, name, context):
    """The Code of an abstract method: parameters only."""
    code = Code(name, c.unit.filename, KIND_FUNCTION)
    inner = FunctionCompiler(c.unit, code, context, None)
    code.start_line = c.unit.lines.line_of(function.keyword_start)
    code.end_line = code.start_line
    code.return_type = compile_type(inner, function.return_type)
    code.by_ref_return = function.by_ref
    for param in function.params:
        inner.e.variable(param.name)
    _compile_params(inner, function.params)
    inner.e.emit(b.RETURN, inner.e.const_null())
    finish(inner)
    return code


def declare_anonymous_class(c, node):
    """Declares the class of `new class ...` when it is reached; the index into code.classes."""
    declaration = node.declaration
    base = 'class'
    if len(declaration.extends) > 0:
        base = c.unit.class_name(declaration.extends[0])
    elif len(declaration.implements) > 0:
        base = c.unit.class_name(declaration.implements[0])
    name = '%s@anonymous\x00%s:%d$%x' % (base, c.unit.filename, c.unit.lines.line_of(declaration.keyword_start), c.unit.closure_count)
    c.unit.closure_count += 1
    index = compile_class(c, declaration, name)
    c.e.class_declarations[index].anonymous = True
    c.e.emit(b.DECLARE_CLASS, index)
    c.e.classes.append(ClassRef(name, c.unit.symbols.class_cell(name), CLASS_NAMED, b.UNUSED_KEY))
    return len(c.e.classes) - 1
