"""Classes: their constants, properties and methods, and what PHP refuses about them while compiling."""
from __future__ import absolute_import

from hippy.interpreter.compiler import bytecode as b
from hippy.interpreter.compiler.attributes import (
    TARGET_CLASS, TARGET_CONSTANT, TARGET_METHOD, TARGET_PARAMETER, TARGET_PROPERTY, check_attributes, has_attribute)
from hippy.interpreter.compiler.checks import check_constant_expression, check_default
from hippy.interpreter.compiler.class_declaration import (
    ClassDeclaration, ConstantDeclaration, MethodDeclaration, PropertyDeclaration, missing_methods)
from hippy.interpreter.compiler.code import CLASS_NAMED, ClassRef, Code, KIND_FUNCTION
from hippy.interpreter.compiler.declarations import compile_constant_code, compile_function_code, compile_signature
from hippy.interpreter.compiler.folding import fold
from hippy.interpreter.compiler.function_compiler import ClassContext, FunctionCompiler
from hippy.interpreter.compiler.magic_methods import check_magic_method
from hippy.interpreter.compiler.traits import compile_trait_use
from hippy.interpreter.compiler.types import compile_type
from hippy.interpreter.errors import E_WARNING
from hippy.interpreter.objects.types import T_CALLABLE, T_INT, T_NEVER, T_STRING, T_VOID
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.syntax import ast

CLASS_WORDS = ['class', 'interface', 'trait', 'enum']       # by ast.CLASS_
SPECIAL = ['self', 'parent', 'static']


def _named_class(c, name, word):
    if name.resolution == ast.NAME_UNQUALIFIED and ascii_lower(name.text) in SPECIAL:
        raise c.unit.error("Cannot use '%s' as %s name, as it is reserved" % (name.text, word), name)
    return c.unit.class_name(name)


def compile_class(c, node, name):
    """The index of the class's declaration in the code; `name` is its full name."""
    unit = c.unit
    parent = ''
    if node.class_kind != ast.CLASS_INTERFACE and len(node.extends) > 0:
        parent = _named_class(c, node.extends[0], 'class')
    context = ClassContext(name, parent if parent != '' else None, node.class_kind == ast.CLASS_TRAIT)
    inner = FunctionCompiler(unit, Code('', unit.filename, KIND_FUNCTION), context, None)
    check_attributes(inner, node.attributes, TARGET_CLASS, 0, node)
    allows_dynamic = has_attribute(c, node.attributes, 'allowdynamicproperties')
    if allows_dynamic:
        _check_allows_dynamic(c, node, name)
    declaration = ClassDeclaration(name, node.class_kind, node.modifiers, parent, _interfaces(c, node), unit.symbols.class_cell(name))
    declaration.file = unit.filename
    declaration.start_line = unit.lines.line_of(node.keyword_start)
    declaration.end_line = unit.lines.line_of(node.end - 1)
    declaration.doc_comment = node.doc_comment
    declaration.allows_dynamic = allows_dynamic
    declaration.is_attribute = has_attribute(c, node.attributes, 'attribute')
    if node.class_kind == ast.CLASS_ENUM and node.backing_type is not None:
        declaration.backing = _backing_type(c, node)
    for member in node.members:
        _compile_member(c, inner, declaration, member)
        unit.fixed_line = 0
    _check_abstract_methods(c, declaration, node)
    c.e.class_declarations.append(declaration)
    return len(c.e.class_declarations) - 1


def _interfaces(c, node):
    names = []
    if node.class_kind == ast.CLASS_INTERFACE:
        for extended in node.extends:
            names.append(_named_class(c, extended, 'interface'))
    for implemented in node.implements:
        names.append(_named_class(c, implemented, 'interface'))
    return names


def _check_abstract_methods(c, declaration, node):
    """A class with abstract methods of its own is abstract."""
    if declaration.modifiers & ast.MOD_ABSTRACT or declaration.class_kind != ast.CLASS_CLASS:
        return
    names = []
    for method in declaration.methods:
        if method.modifiers & ast.MOD_ABSTRACT:
            names.append('%s::%s' % (declaration.name, method.name))
    if len(names) > 0:
        raise c.unit.error(missing_methods(declaration.name, names), node)


def _check_allows_dynamic(c, node, name):
    refused = ''
    if node.class_kind != ast.CLASS_CLASS:
        refused = CLASS_WORDS[node.class_kind]
    elif node.modifiers & ast.MOD_READONLY:
        refused = 'readonly class ' + name
    if refused != '':
        raise c.unit.error('Cannot apply #[AllowDynamicProperties] to ' + refused, node)


def _compile_member(c, inner, declaration, member):
    """c: the compiler of what is round the class; inner: one that knows the class."""
    if isinstance(member, ast.MethodDecl):
        _compile_method(c, inner, declaration, member)
    elif isinstance(member, ast.PropertyDecl):
        _compile_properties(inner, declaration, member)
    elif isinstance(member, ast.ClassConstDecl):
        _compile_constants(c, inner, declaration, member)
    elif isinstance(member, ast.TraitUse):
        compile_trait_use(c, declaration, member)
    elif isinstance(member, ast.EnumCase):
        _compile_case(c, inner, declaration, member)


def _compile_constants(c, inner, declaration, member):
    c.unit.fixed_line = c.unit.lines.line_of(member.items[0].start)
    for item in member.items:
        check_attributes(inner, member.attributes, TARGET_CONSTANT, 0, item)
        _check_constant(c, declaration, member, item)
        check_constant_expression(inner, item.value, False)
        w_value = fold(inner, item.value)
        code = None
        if w_value is None:
            code = compile_constant_code(c, inner.class_context, item.value)
        declaration.constants.append(ConstantDeclaration(item.name, member.modifiers, w_value, code))


# enums

def _backing_type(c, node):
    type = compile_type(c, node.backing_type)
    if type.mask != T_INT and type.mask != T_STRING or len(type.names) != 1:
        raise c.unit.error('Enum backing type must be int or string, %s given' % type.text, node)
    return type.text


def _compile_case(c, inner, declaration, member):
    if declaration.class_kind != ast.CLASS_ENUM:
        raise c.unit.error('Case can only be used in enums', member)
    check_attributes(inner, member.attributes, TARGET_CONSTANT, 0, member)
    for known in declaration.constants:
        if known.name == member.name:
            raise c.unit.error('Cannot redefine class constant %s::%s' % (declaration.name, member.name), member)
    w_value = None
    code = None
    if member.value is not None:
        if declaration.backing == '':
            raise c.unit.error('Case %s of non-backed enum %s must not have a value' % (member.name, declaration.name), member)
        check_constant_expression(inner, member.value, False)
        w_value = fold(inner, member.value)
        if w_value is None:
            code = compile_constant_code(c, inner.class_context, member.value)
    elif declaration.backing != '':
        raise c.unit.error('Case %s of backed enum %s must have a value' % (member.name, declaration.name), member)
    case = ConstantDeclaration(member.name, ast.MOD_PUBLIC, w_value, code)
    case.is_case = True
    declaration.constants.append(case)


# properties and constants

def _compile_properties(inner, declaration, member):
    unit = inner.unit
    unit.fixed_line = unit.lines.line_of(member.items[0].start if member.type is None else member.type.start)
    type = compile_type(inner, member.type)
    for item in member.items:
        check_attributes(inner, member.attributes, TARGET_PROPERTY, 0, item)
        _check_property(inner, declaration, member.modifiers, type, item.name, item)
        w_default = None
        code = None
        if item.default is not None:
            if is_readonly(declaration, member.modifiers):
                raise inner.unit.error('Readonly property %s::$%s cannot have default value' % (declaration.name, item.name), item)
            check_constant_expression(inner, item.default, False)
            w_default = fold(inner, item.default)
            if w_default is None:
                code = compile_constant_code(inner, inner.class_context, item.default)
            elif type is not None:
                w_default = check_default(inner, type, w_default, 'property %s::$%s' % (declaration.name, item.name), True, False, item)
        declaration.properties.append(PropertyDeclaration(item.name, member.modifiers, type, w_default, code))


def is_readonly(declaration, modifiers):
    return (modifiers | declaration.modifiers) & ast.MOD_READONLY != 0


def _check_property(c, declaration, modifiers, type, name, node):
    unit = c.unit
    title = '%s::$%s' % (declaration.name, name)
    if declaration.class_kind == ast.CLASS_INTERFACE:
        raise unit.error('Interfaces may not include properties', node)
    if declaration.class_kind == ast.CLASS_ENUM:
        raise unit.error('Enum %s cannot include properties' % declaration.name, node)
    if modifiers & ast.MOD_ABSTRACT:
        raise unit.error('Properties cannot be declared abstract', node)
    if modifiers & ast.MOD_FINAL:
        raise unit.error('Cannot declare property %s final, the final modifier is allowed only for methods, classes, and class constants'
                         % title, node)
    for known in declaration.properties:
        if known.name == name:
            raise unit.error('Cannot redeclare %s' % title, node)
    if type is not None and type.mask & (T_VOID | T_NEVER | T_CALLABLE):
        raise unit.error('Property %s cannot have type %s' % (title, type.text), node)
    if is_readonly(declaration, modifiers):
        if modifiers & ast.MOD_STATIC:
            raise unit.error('Static property %s cannot be readonly' % title, node)
        if type is None:
            raise unit.error('Readonly property %s must have type' % title, node)


def _check_constant(c, declaration, member, item):
    unit = c.unit
    for bit, word in [(ast.MOD_STATIC, 'static'), (ast.MOD_ABSTRACT, 'abstract'), (ast.MOD_READONLY, 'readonly')]:
        if member.modifiers & bit:
            raise unit.error("Cannot use '%s' as constant modifier" % word, item)
    if ascii_lower(item.name) == 'class':
        raise unit.error("A class constant must not be called 'class'; it is reserved for class name fetching", item)
    title = '%s::%s' % (declaration.name, item.name)
    if declaration.class_kind == ast.CLASS_INTERFACE and member.modifiers & (ast.MOD_PRIVATE | ast.MOD_PROTECTED):
        raise unit.error('Access type for interface constant %s must be public' % title, item)
    if member.modifiers & ast.MOD_PRIVATE and member.modifiers & ast.MOD_FINAL:
        raise unit.error('Private constant %s cannot be final as it is not visible to other classes' % title, item)
    for known in declaration.constants:
        if known.name == item.name:
            raise unit.error('Cannot redefine class constant %s' % title, item)


# methods

def _compile_method(c, inner, declaration, member):
    function = member.function
    name = function.name
    assert name is not None
    modifiers = _check_method(c, declaration, member, name)
    context = inner.class_context
    check_attributes(inner, function.attributes, TARGET_METHOD, 0, member)
    if function.body is None:
        code = compile_signature(c, function, name, context)
    else:
        code = compile_function_code(c, function, name, context, modifiers & ast.MOD_STATIC == 0)
    code.return_type_will_change = has_attribute(c, function.attributes, 'returntypewillchange')
    check_magic_method(c, declaration, member, code)
    declaration.methods.append(MethodDeclaration(name, modifiers, code))
    c.unit.fixed_line = c.unit.line_of(function)
    for param in function.params:
        if param.modifiers != 0:
            _add_promoted(inner, declaration, modifiers, name, param)


def _check_method(c, declaration, member, name):
    """The method's modifiers."""
    unit = c.unit
    function = member.function
    modifiers = member.modifiers
    title = '%s::%s()' % (declaration.name, name)
    if modifiers & ast.MOD_READONLY:
        raise unit.error("Cannot use 'readonly' as method modifier", member)
    if modifiers & ast.MOD_PRIVATE and modifiers & ast.MOD_FINAL and ascii_lower(name) != '__construct':
        unit.warn(E_WARNING, 'Private methods cannot be final as they are never overridden by other classes', member)
    for known in declaration.methods:
        if ascii_lower(known.name) == ascii_lower(name):
            raise unit.error('Cannot redeclare %s' % title, member)
    if declaration.class_kind == ast.CLASS_INTERFACE:
        _check_interface_method(c, member, title)
        return modifiers | ast.MOD_ABSTRACT
    if modifiers & ast.MOD_ABSTRACT:
        if modifiers & ast.MOD_PRIVATE and declaration.class_kind != ast.CLASS_TRAIT:
            raise unit.error('%s function %s cannot be declared private' % ('Abstract', title), member)
        if function.body is not None:
            raise unit.error('Abstract function %s cannot contain body' % title, member)
    elif function.body is None:
        raise unit.error('Non-abstract method %s must contain body' % title, member)
    return modifiers


def _check_interface_method(c, member, title):
    unit = c.unit
    if member.modifiers & (ast.MOD_PRIVATE | ast.MOD_PROTECTED):
        raise unit.error('Access type for interface method %s must be public' % title, member)
    if member.modifiers & ast.MOD_FINAL:
        raise unit.error('Interface method %s must not be final' % title, member)
    if member.modifiers & ast.MOD_ABSTRACT:
        raise unit.error('Interface method %s must not be abstract' % title, member)
    if member.function.body is not None:
        raise unit.error('Interface function %s cannot contain body' % title, member)


def _add_promoted(inner, declaration, modifiers, method_name, param):
    """The property of a constructor's parameter with modifiers."""
    unit = inner.unit
    if ascii_lower(method_name) != '__construct':
        raise unit.error('Cannot declare promoted property outside a constructor', param)
    if modifiers & ast.MOD_ABSTRACT:
        raise unit.error('Cannot declare promoted property in an abstract constructor', param)
    if param.variadic:
        raise unit.error('Cannot declare variadic promoted property', param)
    type = compile_type(inner, param.type)
    _check_property(inner, declaration, param.modifiers, type, param.name, param)
    check_attributes(inner, param.attributes, TARGET_PROPERTY, TARGET_PARAMETER, param)
    declaration.properties.append(PropertyDeclaration(param.name, param.modifiers, type, None, None))


# anonymous classes

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
