"""var_dump, print_r and var_export: values as text for people."""
from __future__ import absolute_import

from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.errors import FatalError
from hippy.interpreter.objects.arrays import W_Array, new_array
from hippy.interpreter.objects.closures import W_Closure
from hippy.interpreter.objects.convert import to_str
from hippy.interpreter.objects.enums import NAME_SLOT
from hippy.interpreter.objects.functions import UserFunction
from hippy.interpreter.objects.instances import PropertyEntry, W_Object
from hippy.interpreter.objects.natives import W_Native
from hippy.interpreter.objects.numbers import float_export, float_text, int_text
from hippy.interpreter.objects.references import W_Ref, deref
from hippy.interpreter.objects.resources import W_Resource
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.objects.values import W_Null, W_Bool, W_Int, W_Float, own, w_null, w_true
from hippy.interpreter.rlib.arithmetic import MININT
from hippy.interpreter.rlib.strings import StringBuilder, up_to_nul

RECURSION = '*RECURSION*'


# -- properties as they are shown -----------------------------------------------------------------------------------------

class Shown(object):
    """A property in a listing: its key as in an array cast, or an int key; w_value None and a type text when uninitialized."""
    _attrs_ = ('is_int', 'number', 'name', 'visibility', 'class_name', 'w_value', 'type_text')

    def __init__(self, is_int, number, name, visibility, class_name, w_value, type_text):
        self.is_int = is_int
        self.number = number
        self.name = name
        self.visibility = visibility
        self.class_name = up_to_nul(class_name)
        self.w_value = w_value
        self.type_text = type_text


def shown_properties(ctx, w_object):
    """What debugging output shows of an object: its properties, or what __debugInfo gives."""
    if w_object.get_class().find_method('__debuginfo') is not None:
        w_info = ctx.call_method(w_object, '__debuginfo', [])
        if isinstance(w_info, W_Null):
            return []
        if isinstance(w_info, W_Array):
            return shown_elements(w_info)
        raise FatalError('__debuginfo() must return an array')
    if isinstance(w_object, W_Closure):
        return shown_elements(closure_info(w_object))
    if isinstance(w_object, W_Native):
        w_table = w_object.property_table(ctx)
        if w_table is not None:
            return shown_elements(w_table)
    entries = w_object.property_list()
    shown = []
    infos = w_object.map.cls.property_list
    slot = 0
    for entry in entries:
        while slot < len(infos) and slot < entry.slot:
            add_uninitialized(shown, w_object, infos[slot], slot)
            slot += 1
        slot = entry.slot + 1
        if entry.name[:1] == '\0':        # a dynamic property that unserialize() made
            hidden = unmangled(entry.name)
            shown.append(Shown(False, 0, hidden.name, hidden.visibility, hidden.class_name, entry.w_value, ''))
        else:
            shown.append(Shown(False, 0, entry.name, entry.visibility, entry.class_name, entry.w_value, ''))
    while slot < len(infos):
        add_uninitialized(shown, w_object, infos[slot], slot)
        slot += 1
    return shown


def closure_info(closure):
    """The variables, $this and parameters of a closure, as an array."""
    w_info = new_array(0)
    func = closure.func
    if isinstance(func, UserFunction):
        w_statics = static_values(closure, func)
        if w_statics.count() > 0:
            w_info.put_str('static', w_statics)
        if closure.w_this is not None:
            w_info.put_str('this', closure.w_this)
        code = func.code
        if len(code.params) > 0:
            w_params = new_array(0)
            for i in range(len(code.params)):
                param = code.params[i]
                name = ('&$' if param.by_ref else '$') + param.name
                w_params.put_str(name, new_str('<required>' if i < code.required_count else '<optional>'))
            w_info.put_str('parameter', w_params)
    return w_info


def static_values(closure, func):
    """What the closure has bound, and its static variables."""
    code = func.code
    w_values = new_array(0)
    for i in range(len(code.uses)):
        if i < len(closure.bound):
            w = closure.bound[i]
            own(w)
            w_values.put_str(code.var_names[code.uses[i].slot], w if w is not None else w_null)
    for i in range(len(code.static_names)):
        ref = func.statics[i].ref
        w = code.static_inits[i]
        if ref is not None:
            w = ref.value
        if w is None:
            w = new_str('<constant ast>')
        own(w)
        w_values.put_str(code.static_names[i], w)
    return w_values


def add_uninitialized(shown, w_object, info, slot):
    if w_object.get_slot(slot) is None and info.type is not None:
        shown.append(Shown(False, 0, info.name, info.visibility, info.cls.name, None, info.type.text))


def shown_elements(w_array):
    """An array of properties under mangled names, as an array cast or __debugInfo gives it."""
    shown = []
    pos = w_array.next_pos(0)
    while pos >= 0:
        w_key = w_array.key_at(pos)
        w_value = w_array.value_at(pos)
        if isinstance(w_key, W_Int):
            shown.append(Shown(True, w_key.intval, '', 0, '', w_value, ''))
        else:
            assert isinstance(w_key, W_Str)
            entry = unmangled(w_key.as_str())
            shown.append(Shown(False, 0, entry.name, entry.visibility, entry.class_name, w_value, ''))
        pos = w_array.next_pos(pos + 1)
    return shown


def unmangled(key):
    """The PropertyEntry (without a value) that an array key made by convert.mangled_name stands for."""
    if len(key) < 3 or key[0] != '\0':
        return PropertyEntry(key, 0, '', None, -1)
    end = key.find('\0', 1)
    if end < 0:
        return PropertyEntry(key, 0, '', None, -1)
    end_of_anonymous = key.find('\0', end + 1)      # the name of such a class has a NUL itself
    if end_of_anonymous >= 0:
        end = end_of_anonymous
    if key[1:end] == '*':
        return PropertyEntry(key[end + 1:], 1, '', None, -1)
    return PropertyEntry(key[end + 1:], 2, key[1:end], None, -1)


def count_initialized(shown):
    count = 0
    for entry in shown:
        if entry.w_value is not None:
            count += 1
    return count


def is_enum(w_object):
    return w_object.get_class().enum is not None


def case_name(w_object):
    """'Enum::Case'"""
    w_name = w_object.get_slot(NAME_SLOT)
    assert isinstance(w_name, W_Str)
    return w_object.get_class().name + '::' + w_name.as_str()


class Path(object):
    """The arrays and objects that are being printed, to see when one contains itself."""
    _attrs_ = ('inside',)

    def __init__(self):
        self.inside = []

    def enter(self, w):
        """False when w is being printed already."""
        for w_outer in self.inside:
            if w_outer is w:
                return False
        self.inside.append(w)
        return True

    def leave(self):
        self.inside.pop()


# -- var_dump -------------------------------------------------------------------------------------------------------------

class VarDump(object):
    """Prints values as var_dump does; flushes before user code may print."""
    _attrs_ = ('ctx', 'builder', 'path', 'precision')

    def __init__(self, ctx):
        self.ctx = ctx
        self.builder = StringBuilder(128)
        self.path = Path()
        self.precision = ctx.serialize_precision()

    def flush(self):
        self.ctx.output.write(self.builder.build())
        self.builder = StringBuilder(128)

    def line(self, indent, text):
        self.builder.append(' ' * indent)
        self.builder.append(text)
        self.builder.append('\n')

    def value(self, w, indent):
        mark = ''
        if isinstance(w, W_Ref):
            if w.rc > 1:
                mark = '&'
            w = w.value
        if isinstance(w, W_Array):
            self.array(w, indent, mark)
        elif isinstance(w, W_Object):
            self.object(w, indent, mark)
        else:
            self.line(indent, mark + self.scalar(w))

    def scalar(self, w):
        if isinstance(w, W_Int):
            return 'int(%d)' % w.intval
        if isinstance(w, W_Str):
            return 'string(%d) "%s"' % (w.length(), w.as_str())
        if isinstance(w, W_Float):
            return 'float(%s)' % float_text(w.floatval, self.precision)
        if isinstance(w, W_Bool):
            return 'bool(true)' if w.boolval else 'bool(false)'
        if isinstance(w, W_Null):
            return 'NULL'
        assert isinstance(w, W_Resource)
        return 'resource(%d) of type (%s)' % (w.number, w.kind)

    def array(self, w_array, indent, mark):
        if not self.path.enter(w_array):
            self.line(indent, RECURSION)
            return
        self.line(indent, '%sarray(%d) {' % (mark, w_array.count()))
        pos = w_array.next_pos(0)
        while pos >= 0:
            w_key = w_array.key_at(pos)
            if isinstance(w_key, W_Int):
                self.line(indent + 2, '[%d]=>' % w_key.intval)
            else:
                assert isinstance(w_key, W_Str)
                self.line(indent + 2, '["%s"]=>' % w_key.as_str())
            self.value(w_array.value_at(pos), indent + 2)
            pos = w_array.next_pos(pos + 1)
        self.line(indent, '}')
        self.path.leave()

    def object(self, w_object, indent, mark):
        if not self.path.enter(w_object):
            self.line(indent, RECURSION)
            return
        if is_enum(w_object):
            self.line(indent, '%senum(%s)' % (mark, case_name(w_object)))
            self.path.leave()
            return
        self.flush()
        shown = shown_properties(self.ctx, w_object)
        self.line(indent, '%sobject(%s)#%d (%d) {' % (
            mark, up_to_nul(w_object.get_class().name), w_object.object_id(), count_initialized(shown)))
        for entry in shown:
            self.property(entry, indent + 2)
        self.line(indent, '}')
        self.path.leave()

    def property(self, entry, indent):
        if entry.is_int:
            self.line(indent, '[%d]=>' % entry.number)
        elif entry.visibility == 0:
            self.line(indent, '["%s"]=>' % entry.name)
        elif entry.visibility == 1:
            self.line(indent, '["%s":protected]=>' % entry.name)
        else:
            self.line(indent, '["%s":"%s":private]=>' % (entry.name, entry.class_name))
        if entry.w_value is None:
            self.line(indent, 'uninitialized(%s)' % entry.type_text)
        else:
            self.value(entry.w_value, indent)


@builtin('var_dump(mixed $value, mixed ...$values): void')
def var_dump(ctx, w_value, values_w):
    dump_one(ctx, w_value)
    for w in values_w:
        dump_one(ctx, w)


def dump_one(ctx, w):
    dump = VarDump(ctx)
    dump.value(w, 0)
    dump.flush()


# -- print_r --------------------------------------------------------------------------------------------------------------

class PrintR(object):
    """Collects the text of print_r."""
    _attrs_ = ('ctx', 'builder', 'path')

    def __init__(self, ctx):
        self.ctx = ctx
        self.builder = StringBuilder(128)
        self.path = Path()

    def value(self, w, indent):
        w = deref(w)
        if isinstance(w, W_Array):
            self.builder.append('Array\n')
            if not self.path.enter(w):
                self.builder.append(' ' + RECURSION)
                return
            self.elements(w, indent)
            self.path.leave()
        elif isinstance(w, W_Object):
            self.object(w, indent)
        else:
            self.builder.append(to_str(self.ctx, w))

    def open(self, indent):
        self.builder.append(' ' * indent)
        self.builder.append('(\n')

    def close(self, indent):
        self.builder.append(' ' * indent)
        self.builder.append(')\n')

    def element(self, label, w_value, indent):
        self.builder.append(' ' * (indent + 4))
        self.builder.append('[')
        self.builder.append(label)
        self.builder.append('] => ')
        self.value(w_value, indent + 8)
        self.builder.append('\n')

    def elements(self, w_array, indent):
        self.open(indent)
        pos = w_array.next_pos(0)
        while pos >= 0:
            self.element(to_str(self.ctx, w_array.key_at(pos)), w_array.value_at(pos), indent)
            pos = w_array.next_pos(pos + 1)
        self.close(indent)

    def object(self, w_object, indent):
        cls = w_object.get_class()
        self.builder.append(up_to_nul(cls.name))
        if cls.enum is None:
            self.builder.append(' Object\n')
        elif cls.enum.backing == '':
            self.builder.append(' Enum\n')
        else:
            self.builder.append(' Enum:%s\n' % cls.enum.backing)
        if not self.path.enter(w_object):
            self.builder.append(' ' + RECURSION)
            return
        shown = shown_properties(self.ctx, w_object)
        self.open(indent)
        for entry in shown:
            if entry.w_value is not None:
                self.element(print_r_label(entry), entry.w_value, indent)
        self.close(indent)
        self.path.leave()


def print_r_label(entry):
    if entry.is_int:
        return int_text(entry.number)
    if entry.visibility == 0:
        return entry.name
    if entry.visibility == 1:
        return entry.name + ':protected'
    return entry.name + ':' + entry.class_name + ':private'


def print_r_text(ctx, w):
    printer = PrintR(ctx)
    printer.value(w, 0)
    return printer.builder.build()


@builtin('print_r(mixed $value, bool $return = false): string|bool')
def print_r(ctx, w_value, return_):
    text = print_r_text(ctx, w_value)
    if return_:
        return new_str(text)
    ctx.output.write(text)
    return w_true


# -- var_export -----------------------------------------------------------------------------------------------------------

class VarExport(object):
    """Collects a value as PHP code."""
    _attrs_ = ('ctx', 'builder', 'path', 'precision')

    def __init__(self, ctx):
        self.ctx = ctx
        self.builder = StringBuilder(128)
        self.path = Path()
        self.precision = ctx.serialize_precision()

    def value(self, w, level):
        w = deref(w)
        if isinstance(w, W_Array):
            self.array(w, level)
        elif isinstance(w, W_Object):
            self.object(w, level)
        else:
            self.builder.append(self.scalar(w))

    def scalar(self, w):
        if isinstance(w, W_Int):
            if w.intval == MININT:
                return '-9223372036854775807-1'
            return int_text(w.intval)
        if isinstance(w, W_Str):
            return exported_string(w.as_str())
        if isinstance(w, W_Float):
            return float_export(w.floatval, self.precision)
        if isinstance(w, W_Bool):
            return 'true' if w.boolval else 'false'
        return 'NULL'

    def new_line(self, level):
        """Nested arrays and objects begin on a line of their own."""
        if level > 1:
            self.builder.append('\n')
            self.builder.append(' ' * (level - 1) * 2)

    def circular(self):
        self.ctx.warning('var_export does not handle circular references')
        self.builder.append('NULL')

    def array(self, w_array, level):
        if not self.path.enter(w_array):
            self.circular()
            return
        self.new_line(level)
        self.builder.append('array (\n')
        pos = w_array.next_pos(0)
        while pos >= 0:
            self.builder.append('  ' * level)
            self.key(w_array.key_at(pos))
            self.value(w_array.value_at(pos), level + 1)
            self.builder.append(',\n')
            pos = w_array.next_pos(pos + 1)
        self.builder.append('  ' * (level - 1))
        self.builder.append(')')
        self.path.leave()

    def key(self, w_key):
        if isinstance(w_key, W_Int):
            self.builder.append('%d => ' % w_key.intval)
        else:
            self.builder.append(exported_string(to_str(self.ctx, w_key)) + ' => ')

    def object(self, w_object, level):
        cls_name = w_object.get_class().name
        if not self.path.enter(w_object):
            self.circular()
            return
        self.new_line(level)
        if is_enum(w_object):
            self.builder.append('\\' + case_name(w_object))
            self.path.leave()
            return
        is_plain = cls_name == 'stdClass'
        self.builder.append('(object) array(\n' if is_plain else '\\' + cls_name + '::__set_state(array(\n')
        w_table = w_object.property_table(self.ctx) if isinstance(w_object, W_Native) else None
        if w_table is not None:
            self.elements(w_table, level)
        else:
            for entry in w_object.property_list():
                self.member(exported_string(entry.name), entry.w_value, level)
        self.builder.append('  ' * (level - 1))
        self.builder.append(')' if is_plain else '))')
        self.path.leave()


    def member(self, name, w_value, level):
        self.builder.append('  ' * level + ' ')
        self.builder.append(name + ' => ')
        self.value(w_value, level + 1)
        self.builder.append(',\n')

    def elements(self, w_table, level):
        """What stands for the properties of an object of a builtin class."""
        pos = w_table.next_pos(0)
        while pos >= 0:
            if w_table.is_int_key_at(pos):
                self.member('%d' % w_table.int_key_at(pos), w_table.value_at(pos), level)
            else:
                self.member(exported_string(unmangled(w_table.str_key_at(pos)).name), w_table.value_at(pos), level)
            pos = w_table.next_pos(pos + 1)


def exported_string(s):
    builder = StringBuilder(len(s) + 2)
    builder.append("'")
    for i in range(len(s)):
        c = s[i]
        if c == '\0':
            builder.append("' . \"\\0\" . '")
        else:
            if c == "'" or c == '\\':
                builder.append('\\')
            builder.append(c)
    builder.append("'")
    return builder.build()


def var_export_text(ctx, w):
    export = VarExport(ctx)
    export.value(w, 1)
    return export.builder.build()


@builtin('var_export(mixed $value, bool $return = false): ?string')
def var_export(ctx, w_value, return_):
    text = var_export_text(ctx, w_value)
    if return_:
        return new_str(text)
    ctx.output.write(text)
    return w_null
