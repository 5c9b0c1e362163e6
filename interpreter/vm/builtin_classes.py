"""The engine's own classes and interfaces: the core ones (Zend/zend_interfaces, zend_exceptions) and SPL's exceptions."""
from __future__ import absolute_import

import re

from hippy.interpreter.compiler.code import Code, KIND_FUNCTION, Param
from hippy.interpreter.objects import convert
from hippy.interpreter.objects.arrays import new_array, mark_literal
from hippy.interpreter.objects.classes import INIT_REFUSED, INIT_RESERVED, PRIVATE, PROTECTED, PropertyInfo, W_Class
from hippy.interpreter.objects.closures import W_Closure
from hippy.interpreter.objects.functions import NativeMethod, UserFunction
from hippy.interpreter.objects.instances import Map, W_Object
from hippy.interpreter.objects.types import NAMED_TYPES, T_NULL, Type
from hippy.interpreter.objects.strings import W_Str, new_str, w_empty_str
from hippy.interpreter.objects.values import W_Int, W_Null, own, w_null
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.vm import objects, throwables
from hippy.interpreter.vm.generators import METHODS as GENERATOR_METHODS

# name, parent or '', interfaces, is_interface; in an order in which parents come first
CLASSES = [
    ('stdClass', '', [], False),
    ('Traversable', '', [], True), ('Iterator', '', ['Traversable'], True), ('IteratorAggregate', '', ['Traversable'], True),
    ('ArrayAccess', '', [], True), ('Countable', '', [], True), ('Serializable', '', [], True), ('Stringable', '', [], True),
    ('UnitEnum', '', [], True), ('BackedEnum', '', ['UnitEnum'], True), ('JsonSerializable', '', [], True),
    ('Closure', '', [], False), ('Generator', '', ['Iterator'], False),
    ('OuterIterator', '', ['Iterator'], True), ('RecursiveIterator', '', ['Iterator'], True),
    ('SeekableIterator', '', ['Iterator'], True), ('SplObserver', '', [], True), ('SplSubject', '', [], True),
    ('Throwable', '', ['Stringable'], True), ('Exception', '', ['Throwable'], False),
    ('ClosedGeneratorException', 'Exception', [], False), ('ErrorException', 'Exception', [], False),
    ('Error', '', ['Throwable'], False), ('CompileError', 'Error', [], False), ('ParseError', 'CompileError', [], False),
    ('TypeError', 'Error', [], False), ('ArgumentCountError', 'TypeError', [], False), ('ValueError', 'Error', [], False),
    ('ArithmeticError', 'Error', [], False), ('DivisionByZeroError', 'ArithmeticError', [], False),
    ('UnhandledMatchError', 'Error', [], False), ('AssertionError', 'Error', [], False), ('JsonException', 'Exception', [], False),
    ('LogicException', 'Exception', [], False), ('BadFunctionCallException', 'LogicException', [], False),
    ('BadMethodCallException', 'BadFunctionCallException', [], False), ('DomainException', 'LogicException', [], False),
    ('InvalidArgumentException', 'LogicException', [], False), ('LengthException', 'LogicException', [], False),
    ('OutOfRangeException', 'LogicException', [], False), ('RuntimeException', 'Exception', [], False),
    ('OutOfBoundsException', 'RuntimeException', [], False), ('OverflowException', 'RuntimeException', [], False),
    ('RangeException', 'RuntimeException', [], False), ('UnderflowException', 'RuntimeException', [], False),
    ('UnexpectedValueException', 'RuntimeException', [], False),
    ('AllowDynamicProperties', '', [], False), ('Attribute', '', [], False), ('ReturnTypeWillChange', '', [], False),
    ('SensitiveParameter', '', [], False), ('SensitiveParameterValue', '', [], False), ('__PHP_Incomplete_Class', '', [], False),
]

# interface -> its methods; the types are what implementations are held to
ABSTRACT_METHODS = {
    'Iterator': ['current(): mixed', 'next(): void', 'key(): mixed', 'valid(): bool', 'rewind(): void'],
    'IteratorAggregate': ['getIterator(): Traversable'],
    'ArrayAccess': ['offsetExists(mixed $offset): bool', 'offsetGet(mixed $offset): mixed',
                    'offsetSet(mixed $offset, mixed $value): void', 'offsetUnset(mixed $offset): void'],
    'Countable': ['count(): int'], 'Stringable': ['__toString(): string'], 'JsonSerializable': ['jsonSerialize(): mixed'],
    'Serializable': ['serialize()', 'unserialize(string $data)'],
    'Throwable': ['getMessage(): string', 'getCode()', 'getFile(): string', 'getLine(): int', 'getTrace(): array',
                  'getPrevious(): ?Throwable', 'getTraceAsString(): string'],
    'OuterIterator': ['getInnerIterator(): ?Iterator'],
    'RecursiveIterator': ['hasChildren(): bool', 'getChildren(): ?RecursiveIterator'], 'SeekableIterator': ['seek(int $offset): void'],
    'SplObserver': ['update(SplSubject $subject): void'],
    'SplSubject': ['attach(SplObserver $observer): void', 'detach(SplObserver $observer): void', 'notify(): void'],
    'UnitEnum': ['cases(): array'], 'BackedEnum': ['from(int|string $value): static', 'tryFrom(int|string $value): ?static'],
}
STATIC_METHODS = ('cases', 'from', 'tryFrom')


def install(symbols):
    "NOT_RPYTHON: declares all of them."
    for name, parent, interfaces, is_interface in CLASSES:
        cls = W_Class(name, symbols.class_cell(parent).cls if parent else None)
        cls.is_internal = True
        cls.is_interface = is_interface
        if parent:
            inherit(cls, cls.parent)
        cls.ancestors[ascii_lower(name)] = True
        for interface in interfaces:
            implement(cls, symbols.class_cell(interface).cls)
        _add_abstract_methods(cls, symbols)
        if name in ('Exception', 'Error'):
            _add_throwable_members(cls)
        if name == 'Closure':
            _add_closure_members(cls)
        if name == 'Generator':
            _add_generator_members(cls)
        if name == 'SensitiveParameterValue':
            _add_hidden_value_members(cls)
        if name == 'ErrorException':
            _add_error_exception_members(cls)
        finish(cls)
        symbols.class_cell(name).cls = cls


def inherit(cls, parent):
    "NOT_RPYTHON"
    cls.ancestors.update(parent.ancestors)
    cls.interfaces.extend(parent.interfaces)
    cls.methods.update(parent.methods)
    cls.method_names.extend(parent.method_names)
    cls.property_list.extend(parent.property_list)
    cls.properties.update({name: info for name, info in parent.properties.items() if info.visibility != PRIVATE})
    cls.defaults = parent.defaults[:]
    cls.thunks = parent.thunks[:]
    for name in parent.constant_names:
        cls.constants[name] = parent.constants[name]
        cls.constant_names.append(name)
    cls.is_throwable = parent.is_throwable
    cls.maker = parent.maker
    cls.allows_dynamic = parent.allows_dynamic


def implement(cls, interface):
    "NOT_RPYTHON"
    for inner in interface.interfaces + [interface]:
        if inner not in cls.interfaces:
            cls.interfaces.append(inner)
    cls.ancestors.update(interface.ancestors)
    if cls.is_interface:
        for lower in interface.method_names:
            cls.methods[lower] = interface.methods[lower]
            cls.method_names.append(lower)


def _add_abstract_methods(cls, symbols):
    "NOT_RPYTHON"
    for text in ABSTRACT_METHODS.get(cls.name, []):
        if cls.is_interface:
            prototype = prototype_of(symbols, text)
            count = len(prototype.params)
            add_method(cls, prototype.name, abstract_body, count, count, is_abstract=True, is_static=prototype.name in STATIC_METHODS)
            cls.methods[prototype.name.lower()].prototype = prototype


def prototype_of(symbols, text):
    """NOT_RPYTHON. 'name(type $param, ...): type' as a Code without instructions."""
    name, params, _, returned = re.match(r'(\w+)\((.*)\)(: (.*))?$', text).groups()
    code = Code(name, '', KIND_FUNCTION)
    made = []
    for param in filter(None, params.split(', ')):
        type_name, param_name = param.split(' $')
        made.append(Param(param_name, type_of(symbols, type_name), False, False, False, None, 0))
    code.params = made
    code.required_count = len(made)
    code.return_type = type_of(symbols, returned) if returned else None
    return code


def prototype_of_signature(symbols, signature):
    """NOT_RPYTHON. A builtins.signature.Signature as a Code without instructions."""
    code = Code(signature.name, '', KIND_FUNCTION)
    made = []
    for param in signature.params:
        type = type_of(symbols, param.declared_type) if param.declared_type else None
        shown = Param(param.name, type, param.by_ref, param.variadic, param.optional and not param.variadic, param.w_default, 0)
        shown.default_text = param.default_text.replace('"', "'")
        made.append(shown)
    code.params = made
    code.required_count = signature.min_args
    code.variadic = signature.max_args < 0
    code.return_type = type_of(symbols, signature.returns) if signature.returns else None
    return code


def type_of(symbols, text):
    """NOT_RPYTHON"""
    mask = 0
    if text.startswith('?'):
        mask = T_NULL
        text = text[1:]
    cells = []
    names = text.split('|')
    for name in names:
        if name in NAMED_TYPES:
            mask |= NAMED_TYPES[name]
        else:
            cells.append(symbols.class_cell(name))
    if names == ['int', 'string']:
        names = ['string', 'int']       # PHP's order
    return Type(mask, cells, [], names, False)


def add_method(cls, name, function, low, high, is_static=False, is_final=False, is_abstract=False, parameters=()):
    "NOT_RPYTHON"
    lower = name.lower()
    if lower not in cls.methods:
        cls.method_names.append(lower)
    cls.methods[lower] = NativeMethod(cls.name, name, function, low, high, is_static, is_final, is_abstract, list(parameters))


def add_property(cls, name, visibility, w_default):
    "NOT_RPYTHON"
    slot = len(cls.property_list)
    info = PropertyInfo(name, cls, visibility, False, False, None, w_default, None, slot)
    cls.property_list.append(info)
    cls.properties[name] = info
    cls.defaults = cls.defaults + [w_default]
    cls.thunks = cls.thunks + [None]


def finish(cls):
    "NOT_RPYTHON"
    names = [info.name for info in cls.property_list]
    index = {name: info.slot for name, info in cls.properties.items()}
    cls.map = Map(cls, names, index, [])
    cls.constructor = cls.methods.get('__construct', None)


def _add_throwable_members(cls):
    "NOT_RPYTHON"
    cls.is_throwable = True
    add_property(cls, 'message', PROTECTED, w_empty_str)
    add_property(cls, 'string', PRIVATE, w_empty_str)
    add_property(cls, 'code', PROTECTED, W_Int(0))
    add_property(cls, 'file', PROTECTED, w_empty_str)
    add_property(cls, 'line', PROTECTED, W_Int(0))
    add_property(cls, 'trace', PRIVATE, mark_literal(new_array(0)))
    add_property(cls, 'previous', PRIVATE, w_null)
    add_method(cls, '__construct', throwable_construct, 0, 3, parameters=('message', 'code', 'previous'))
    add_method(cls, '__wakeup', throwable_wakeup, 0, 0)
    add_method(cls, 'getMessage', throwable_message, 0, 0, is_final=True)
    add_method(cls, 'getCode', throwable_code, 0, 0, is_final=True)
    add_method(cls, 'getFile', throwable_file, 0, 0, is_final=True)
    add_method(cls, 'getLine', throwable_line, 0, 0, is_final=True)
    add_method(cls, 'getTrace', throwable_trace, 0, 0, is_final=True)
    add_method(cls, 'getPrevious', throwable_previous, 0, 0, is_final=True)
    add_method(cls, 'getTraceAsString', throwable_trace_text, 0, 0, is_final=True)
    add_method(cls, '__toString', throwable_text, 0, 0)


def _add_error_exception_members(cls):
    "NOT_RPYTHON"
    add_property(cls, 'severity', PROTECTED, W_Int(1))
    add_method(cls, '__construct', error_exception_construct, 0, 6,
                parameters=('message', 'code', 'severity', 'filename', 'line', 'previous'))
    add_method(cls, 'getSeverity', error_exception_severity, 0, 0, is_final=True)


def _add_hidden_value_members(cls):
    "NOT_RPYTHON"
    cls.is_final = True
    add_property(cls, 'value', PRIVATE, None)
    add_method(cls, '__construct', hidden_value_construct, 1, 1, parameters=('value',))
    add_method(cls, 'getValue', hidden_value, 0, 0)
    add_method(cls, '__debugInfo', hidden_value_debug_info, 0, 0)


def hidden_value_construct(ctx, w_this, args_w):
    own(args_w[0])
    throwables.set_slot(w_this, 0, args_w[0])
    return w_null


def hidden_value(ctx, w_this, args_w):
    return slot_result(w_this, 0)


def hidden_value_debug_info(ctx, w_this, args_w):
    """What is dumped of it: nothing."""
    return new_array(0)


def abstract_body(ctx, w_this, args_w):
    raise ctx.error('Error', 'Cannot call abstract method')


# Exception and Error

def throwable_construct(ctx, w_this, args_w):
    """__construct(string $message = "", int $code = 0, ?Throwable $previous = null)"""
    owner = 'Error' if w_this.get_class().is_subclass_of(ctx.find_class('error')) else 'Exception'
    take_scalar(ctx, w_this, throwables.MESSAGE, owner, args_w, 0, 'message', 'string')
    take_scalar(ctx, w_this, throwables.CODE, owner, args_w, 1, 'code', 'int')
    take_previous(ctx, w_this, owner, args_w, 2)
    return w_null


def take_scalar(ctx, w_this, slot, owner, args_w, index, name, type_text):
    """Puts an argument, if it is there, into a slot."""
    if index < len(args_w) and args_w[index] is not None:
        throwables.set_slot(w_this, slot, scalar(ctx, owner, args_w[index], index, name, type_text))


def scalar(ctx, owner, w, index, name, type_text):
    if isinstance(w, W_Str) and type_text == 'string' or isinstance(w, W_Int) and type_text == 'int':
        return w
    return ctx.coerce_argument(owner + '::__construct', index + 1, name, type_text, w)


def take_previous(ctx, w_this, owner, args_w, index):
    if index >= len(args_w):
        return
    w = args_w[index]
    if isinstance(w, W_Object) and w.get_class().is_throwable:
        throwables.set_slot(w_this, throwables.PREVIOUS, w)
    elif w is not None and not isinstance(w, W_Null):
        raise ctx.error('TypeError', '%s::__construct(): Argument #%d ($previous) must be of type ?Throwable, %s given' % (
            owner, index + 1, convert.type_name(w)))


def throwable_wakeup(ctx, w_this, args_w):
    """Nothing to do: unserialize() has checked the properties."""
    return w_null


def error_exception_construct(ctx, w_this, args_w):
    """__construct(string $message = "", int $code = 0, int $severity = E_ERROR, ?string $filename = null, ?int $line = null,
    ?Throwable $previous = null); a file without a line is on line 0."""
    owner = 'ErrorException'
    take_scalar(ctx, w_this, throwables.MESSAGE, owner, args_w, 0, 'message', 'string')
    take_scalar(ctx, w_this, throwables.CODE, owner, args_w, 1, 'code', 'int')
    take_scalar(ctx, w_this, throwables.SEVERITY, owner, args_w, 2, 'severity', 'int')
    has_file = is_given(args_w, 3)
    if has_file:
        throwables.set_slot(w_this, throwables.FILE, scalar(ctx, owner, args_w[3], 3, 'filename', 'string'))
    if is_given(args_w, 4):
        throwables.set_slot(w_this, throwables.LINE, scalar(ctx, owner, args_w[4], 4, 'line', 'int'))
    elif has_file:
        throwables.set_slot(w_this, throwables.LINE, W_Int(0))
    take_previous(ctx, w_this, owner, args_w, 5)
    return w_null


def is_given(args_w, index):
    return index < len(args_w) and args_w[index] is not None and not isinstance(args_w[index], W_Null)


def error_exception_severity(ctx, w_this, args_w):
    return slot_result(w_this, throwables.SEVERITY)


def slot_result(w_this, slot):
    w = throwables.get_slot(w_this, slot)
    own(w)
    return w


def throwable_message(ctx, w_this, args_w):
    return slot_result(w_this, throwables.MESSAGE)


def throwable_code(ctx, w_this, args_w):
    return slot_result(w_this, throwables.CODE)


def throwable_file(ctx, w_this, args_w):
    return slot_result(w_this, throwables.FILE)


def throwable_line(ctx, w_this, args_w):
    return slot_result(w_this, throwables.LINE)


def throwable_trace(ctx, w_this, args_w):
    return slot_result(w_this, throwables.TRACE)


def throwable_previous(ctx, w_this, args_w):
    return slot_result(w_this, throwables.PREVIOUS)


def throwable_trace_text(ctx, w_this, args_w):
    return new_str(throwables.trace_text(ctx, w_this))


def throwable_text(ctx, w_this, args_w):
    return new_str(throwables.text(ctx, w_this))


# Generator

def _add_generator_members(cls):
    "NOT_RPYTHON"
    cls.is_final = True
    cls.init_native = INIT_RESERVED
    for name, function, count, parameters in GENERATOR_METHODS:
        add_method(cls, name, function, count, count, parameters=parameters)


# Closure

def _add_closure_members(cls):
    "NOT_RPYTHON"
    cls.is_final = True
    cls.init_native = INIT_REFUSED
    add_method(cls, 'bind', closure_bind, 2, 3, is_static=True)
    add_method(cls, 'bindTo', closure_bind_to, 1, 2)
    add_method(cls, 'call', closure_call, 1, -1)
    add_method(cls, 'fromCallable', closure_from_callable, 1, 1, is_static=True)


def closure_bind(ctx, w_this, args_w):
    w_closure = args_w[0]
    if not isinstance(w_closure, W_Closure):
        raise ctx.error('TypeError', 'Closure::bind(): Argument #1 ($closure) must be of type Closure, %s given' % (
            convert.type_name(w_closure)))
    return bound(ctx, w_closure, args_w[1], args_w[2] if len(args_w) > 2 else None)


def closure_bind_to(ctx, w_this, args_w):
    assert isinstance(w_this, W_Closure)
    return bound(ctx, w_this, args_w[0], args_w[1] if len(args_w) > 1 else None)


def bound(ctx, closure, w_new_this, w_scope):
    """A copy of the closure with another $this and class scope (None: the scope it has); null and a warning where PHP refuses."""
    func = closure.func
    scope = ctx.class_of_method(func)
    if isinstance(w_scope, W_Object):
        scope = w_scope.get_class()
    elif isinstance(w_scope, W_Null):
        scope = None
    elif w_scope is not None:
        name = convert.to_str(ctx, w_scope)
        if ascii_lower(name) != 'static':
            scope = ctx.load_class_or_none(name)
            if scope is None:
                ctx.warning('Class "%s" not found' % name)
                return w_null
    new_this = w_new_this if isinstance(w_new_this, W_Object) else None
    problem = binding_problem(ctx, closure, new_this, scope)
    if problem != '':
        ctx.warning(problem)
        return w_null
    if new_this is not None:
        if scope is None:
            scope = ctx.find_class('closure')       # some class, so that $this can be used
        return objects.copy_of_closure(ctx, closure, scope, new_this, new_this.get_class())
    return objects.copy_of_closure(ctx, closure, scope, None, scope)


def binding_problem(ctx, closure, new_this, scope):
    """Why the closure cannot have this $this (or None) and scope, '' when it can (Zend/zend_closures.c zend_valid_closure_binding)."""
    func = closure.func
    is_function = not isinstance(func, UserFunction) or not func.code.is_closure
    owner = ctx.class_of_method(func)
    if new_this is not None:
        if is_static_function(func):
            return 'Cannot bind an instance to a static closure'
        if is_function and owner is not None and not new_this.get_class().is_subclass_of(owner):
            return 'Cannot bind method %s::%s() to object of class %s' % (owner.name, func.name, new_this.get_class().name)
    elif is_function and owner is not None and not is_static_function(func):
        return 'Cannot unbind $this of method'
    elif not is_function and closure.w_this is not None and uses_this(func):
        return 'Cannot unbind $this of closure using $this'
    if scope is not None and scope is not owner and scope.is_internal:
        return 'Cannot bind closure to scope of internal class %s' % scope.name
    if is_function and scope is not owner:
        return 'Cannot rebind scope of closure created from %s' % ('function' if owner is None else 'method')
    return ''


def is_static_function(func):
    return isinstance(func, UserFunction) and (func.code.is_static or func.is_static)


def uses_this(func):
    return isinstance(func, UserFunction) and func.code.this_slot >= 0


def closure_call(ctx, w_this, args_w):
    assert isinstance(w_this, W_Closure)
    w_new_this = args_w[0]
    if not isinstance(w_new_this, W_Object):
        raise ctx.error('TypeError', 'Closure::call(): Argument #1 ($newThis) must be of type object, %s given' % (
            convert.type_name(w_new_this)))
    w_bound = bound(ctx, w_this, w_new_this, w_new_this)
    if not isinstance(w_bound, W_Closure):
        return w_null
    return ctx.call(w_bound, args_w[1:])


def closure_from_callable(ctx, w_this, args_w):
    return ctx.closure_from_callable(args_w[0])
