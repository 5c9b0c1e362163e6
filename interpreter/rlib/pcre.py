"""Compiled regular expressions: libpcre2-8 (pcre2api(3)), looked for when the first pattern needs it."""
from __future__ import absolute_import

import sys

LIBRARY = 'libpcre2-8.so.0'

# compiling
CASELESS = 0x8
DOLLAR_ENDONLY = 0x10
DOTALL = 0x20
DUPNAMES = 0x40
EXTENDED = 0x80
MULTILINE = 0x400
NO_AUTO_CAPTURE = 0x2000
UCP = 0x20000
UNGREEDY = 0x40000
UTF = 0x80000

# matching
NOTEMPTY_ATSTART = 0x8
NO_UTF_CHECK = 0x40000000

# compiling and matching
ANCHORED = 0x80000000

# what match() returns when it is negative
NOMATCH = -1
UTF8_ERR_LAST = -23         # UTF-8 errors are -3 down to this
UTF8_ERR_FIRST = -3
BADUTFOFFSET = -36
JIT_STACKLIMIT = -46
MATCHLIMIT = -47
INTERNAL = -44
RECURSIONLIMIT = -53

# what pcre2_pattern_info() tells
_CAPTURECOUNT = 4
_NAMECOUNT = 17
_NAMEENTRYSIZE = 18
_NAMETABLE = 19

_JIT_COMPLETE = 1
_JIT_STACK_SMALLEST = 32 * 1024
_JIT_STACK_LARGEST = 192 * 1024
_MESSAGE_SIZE = 256


class MissingLibrary(Exception):
    """libpcre2-8 is not there, or not one with these functions."""


class BadPattern(Exception):
    """A pattern that does not compile: the library's words and the byte where it noticed."""
    def __init__(self, message, offset):
        self.message = message
        self.offset = offset


class Limits(object):
    """How much one match may try: match() gives MATCHLIMIT or RECURSIONLIMIT beyond."""
    _attrs_ = ('match', 'depth')

    def __init__(self):
        self.match = -1
        self.depth = -1


_limits = Limits()

if sys.version_info[0] == 2:
    from rpython.rlib import rdynload
    from rpython.rtyper.lltypesystem import lltype, rffi

    def _function(arguments, result):
        return lltype.Ptr(lltype.FuncType(arguments, result))

    _COMPILE = _function([rffi.CCHARP, rffi.SIZE_T, rffi.UINT, rffi.INTP, rffi.SIZE_TP, rffi.VOIDP], rffi.VOIDP)
    _CODE_OPTION = _function([rffi.VOIDP, rffi.UINT], rffi.INT)
    _INFO = _function([rffi.VOIDP, rffi.UINT, rffi.VOIDP], rffi.INT)
    _MESSAGE = _function([rffi.INT, rffi.CCHARP, rffi.SIZE_T], rffi.INT)
    _OF_CODE = _function([rffi.VOIDP, rffi.VOIDP], rffi.VOIDP)
    _MATCH = _function(
        [rffi.VOIDP, rffi.CCHARP, rffi.SIZE_T, rffi.SIZE_T, rffi.UINT, rffi.VOIDP, rffi.VOIDP], rffi.INT)
    _OFFSETS = _function([rffi.VOIDP], rffi.SIZE_TP)
    _MARK = _function([rffi.VOIDP], rffi.CCHARP)
    _CREATE = _function([rffi.VOIDP], rffi.VOIDP)
    _JIT_STACK = _function([rffi.SIZE_T, rffi.SIZE_T, rffi.VOIDP], rffi.VOIDP)
    _ASSIGN = _function([rffi.VOIDP, rffi.VOIDP, rffi.VOIDP], lltype.Void)
    _FREE = _function([rffi.VOIDP], lltype.Void)

    class Library(object):
        """The functions, null until the library is open."""
        def __init__(self):
            self.is_open = False
            self.context = lltype.nullptr(rffi.VOIDP.TO)
            self.compile = lltype.nullptr(_COMPILE.TO)
            self.jit_compile = lltype.nullptr(_CODE_OPTION.TO)
            self.info = lltype.nullptr(_INFO.TO)
            self.message = lltype.nullptr(_MESSAGE.TO)
            self.match_data = lltype.nullptr(_OF_CODE.TO)
            self.match = lltype.nullptr(_MATCH.TO)
            self.offsets = lltype.nullptr(_OFFSETS.TO)
            self.mark = lltype.nullptr(_MARK.TO)
            self.set_match_limit = lltype.nullptr(_CODE_OPTION.TO)
            self.set_depth_limit = lltype.nullptr(_CODE_OPTION.TO)
            self.free_code = lltype.nullptr(_FREE.TO)
            self.free_match_data = lltype.nullptr(_FREE.TO)

    LIB = Library()
    _NULL = lltype.nullptr(rffi.VOIDP.TO)

    def open_library():
        """Raises MissingLibrary."""
        if LIB.is_open:
            return
        try:
            with rffi.scoped_str2charp(LIBRARY) as name:
                handle = rdynload.dlopen(name)
            LIB.compile = rffi.cast(_COMPILE, rdynload.dlsym(handle, 'pcre2_compile_8'))
            LIB.jit_compile = rffi.cast(_CODE_OPTION, rdynload.dlsym(handle, 'pcre2_jit_compile_8'))
            LIB.info = rffi.cast(_INFO, rdynload.dlsym(handle, 'pcre2_pattern_info_8'))
            LIB.message = rffi.cast(_MESSAGE, rdynload.dlsym(handle, 'pcre2_get_error_message_8'))
            LIB.match_data = rffi.cast(_OF_CODE, rdynload.dlsym(handle, 'pcre2_match_data_create_from_pattern_8'))
            LIB.match = rffi.cast(_MATCH, rdynload.dlsym(handle, 'pcre2_match_8'))
            LIB.offsets = rffi.cast(_OFFSETS, rdynload.dlsym(handle, 'pcre2_get_ovector_pointer_8'))
            LIB.mark = rffi.cast(_MARK, rdynload.dlsym(handle, 'pcre2_get_mark_8'))
            LIB.set_match_limit = rffi.cast(_CODE_OPTION, rdynload.dlsym(handle, 'pcre2_set_match_limit_8'))
            LIB.set_depth_limit = rffi.cast(_CODE_OPTION, rdynload.dlsym(handle, 'pcre2_set_depth_limit_8'))
            LIB.free_code = rffi.cast(_FREE, rdynload.dlsym(handle, 'pcre2_code_free_8'))
            LIB.free_match_data = rffi.cast(_FREE, rdynload.dlsym(handle, 'pcre2_match_data_free_8'))
            new_context = rffi.cast(_CREATE, rdynload.dlsym(handle, 'pcre2_match_context_create_8'))
            LIB.context = new_context(_NULL)
            new_stack = rffi.cast(_JIT_STACK, rdynload.dlsym(handle, 'pcre2_jit_stack_create_8'))
            stack = new_stack(rffi.cast(rffi.SIZE_T, _JIT_STACK_SMALLEST), rffi.cast(rffi.SIZE_T, _JIT_STACK_LARGEST), _NULL)
            assign = rffi.cast(_ASSIGN, rdynload.dlsym(handle, 'pcre2_jit_stack_assign_8'))
            assign(LIB.context, _NULL, stack)
        except rdynload.DLOpenError:
            raise MissingLibrary()
        except KeyError:
            raise MissingLibrary()
        LIB.is_open = True

    def set_limits(match, depth):
        """For all matches from now on."""
        if match != _limits.match:
            LIB.set_match_limit(LIB.context, rffi.cast(rffi.UINT, match))
            _limits.match = match
        if depth != _limits.depth:
            LIB.set_depth_limit(LIB.context, rffi.cast(rffi.UINT, depth))
            _limits.depth = depth

    class Subject(object):
        """A text to search, outside the collector's heap: release() it."""
        _attrs_ = ('text', 'size', 'raw')

        def __init__(self, text):
            assert text is not None
            self.text = text
            self.size = len(text)
            self.raw = rffi.str2charp(text)

        def release(self):
            rffi.free_charp(self.raw)

    class Regex(object):
        """A compiled pattern. groups counts the whole match too; names[i] is group i's name or ''."""
        _attrs_ = ('code', 'data', 'groups', 'names', 'has_names', 'is_utf')

        def __init__(self, pattern, options, with_jit):
            """Raises BadPattern."""
            assert pattern is not None
            error = lltype.malloc(rffi.INTP.TO, 1, flavor='raw')
            offset = lltype.malloc(rffi.SIZE_TP.TO, 1, flavor='raw')
            raw = rffi.str2charp(pattern)
            self.code = LIB.compile(
                raw, rffi.cast(rffi.SIZE_T, len(pattern)), rffi.cast(rffi.UINT, options), error, offset, _NULL)
            number = rffi.cast(lltype.Signed, error[0])
            place = rffi.cast(lltype.Signed, offset[0])
            rffi.free_charp(raw)
            lltype.free(error, flavor='raw')
            lltype.free(offset, flavor='raw')
            if not self.code:
                raise BadPattern(_message(number), place)
            if with_jit:
                LIB.jit_compile(self.code, rffi.cast(rffi.UINT, _JIT_COMPLETE))
            self.data = LIB.match_data(self.code, _NULL)
            self.is_utf = options & UTF != 0
            self.groups = self._number(_CAPTURECOUNT) + 1
            self.names = [''] * self.groups
            self.has_names = self._take_names()

        def _number(self, what):
            found = lltype.malloc(rffi.UINTP.TO, 1, flavor='raw')
            LIB.info(self.code, rffi.cast(rffi.UINT, what), rffi.cast(rffi.VOIDP, found))
            number = rffi.cast(lltype.Signed, found[0])
            lltype.free(found, flavor='raw')
            return number

        def _take_names(self):
            count = self._number(_NAMECOUNT)
            size = self._number(_NAMEENTRYSIZE)
            table = lltype.malloc(rffi.CCHARPP.TO, 1, flavor='raw')
            LIB.info(self.code, rffi.cast(rffi.UINT, _NAMETABLE), rffi.cast(rffi.VOIDP, table))
            entry = table[0]
            for _i in range(count):
                group = ord(entry[0]) << 8 | ord(entry[1])
                entry = rffi.ptradd(entry, 2)
                self.names[group] = rffi.charp2str(entry)
                entry = rffi.ptradd(entry, size - 2)
            lltype.free(table, flavor='raw')
            return count > 0

        def match(self, subject, start, options, spans):
            """The number of the last group that took part plus one, or a negative error; fills spans[2 * i], spans[2 * i + 1]
            with the bytes where group i begins and ends, -1 when it took no part."""
            count = rffi.cast(lltype.Signed, LIB.match(
                self.code, subject.raw, rffi.cast(rffi.SIZE_T, subject.size), rffi.cast(rffi.SIZE_T, start),
                rffi.cast(rffi.UINT, options), self.data, LIB.context))
            if count > 0:
                offsets = LIB.offsets(self.data)
                for i in range(2 * count):
                    spans[i] = rffi.cast(lltype.Signed, offsets[i])
            return count

        def mark(self):
            """The last (*MARK:name) passed, or ''."""
            found = LIB.mark(self.data)
            if not found:
                return ''
            return rffi.charp2str(found)

        def free(self):
            LIB.free_match_data(self.data)
            LIB.free_code(self.code)

    def _message(number):
        raw = lltype.malloc(rffi.CCHARP.TO, _MESSAGE_SIZE, flavor='raw')
        LIB.message(rffi.cast(rffi.INT, number), raw, rffi.cast(rffi.SIZE_T, _MESSAGE_SIZE))
        text = rffi.charp2str(raw)
        lltype.free(raw, flavor='raw')
        return text
else:
    import ctypes

    class Library(object):
        def __init__(self):
            self.is_open = False
            self.functions = None
            self.context = None

        def call(self, name, result, *arguments):
            function = getattr(self.functions, name)
            function.restype = result
            return function(*arguments)

    LIB = Library()

    def open_library():
        if LIB.is_open:
            return
        try:
            LIB.functions = ctypes.CDLL(LIBRARY)
        except OSError:
            raise MissingLibrary()
        LIB.context = ctypes.c_void_p(LIB.call('pcre2_match_context_create_8', ctypes.c_void_p, None))
        stack = LIB.call('pcre2_jit_stack_create_8', ctypes.c_void_p, ctypes.c_size_t(_JIT_STACK_SMALLEST),
                         ctypes.c_size_t(_JIT_STACK_LARGEST), None)
        LIB.call('pcre2_jit_stack_assign_8', None, LIB.context, None, ctypes.c_void_p(stack))
        LIB.is_open = True

    def set_limits(match, depth):
        if match != _limits.match:
            LIB.call('pcre2_set_match_limit_8', ctypes.c_int, LIB.context, ctypes.c_uint32(match))
            _limits.match = match
        if depth != _limits.depth:
            LIB.call('pcre2_set_depth_limit_8', ctypes.c_int, LIB.context, ctypes.c_uint32(depth))
            _limits.depth = depth

    class Subject(object):
        def __init__(self, text):
            self.text = text
            self.size = len(text)
            self.raw = text.encode('latin-1')

        def release(self):
            self.raw = None

    class Regex(object):
        def __init__(self, pattern, options, with_jit):
            error = ctypes.c_int()
            offset = ctypes.c_size_t()
            code = LIB.call('pcre2_compile_8', ctypes.c_void_p, pattern.encode('latin-1'), ctypes.c_size_t(len(pattern)),
                            ctypes.c_uint32(options), ctypes.byref(error), ctypes.byref(offset), None)
            if not code:
                raise BadPattern(_message(error.value), offset.value)
            self.code = ctypes.c_void_p(code)
            if with_jit:
                LIB.call('pcre2_jit_compile_8', ctypes.c_int, self.code, ctypes.c_uint32(_JIT_COMPLETE))
            self.data = ctypes.c_void_p(LIB.call('pcre2_match_data_create_from_pattern_8', ctypes.c_void_p, self.code, None))
            self.is_utf = options & UTF != 0
            self.groups = self._number(_CAPTURECOUNT) + 1
            self.names = [''] * self.groups
            self.has_names = self._take_names()

        def _number(self, what):
            found = ctypes.c_uint32()
            LIB.call('pcre2_pattern_info_8', ctypes.c_int, self.code, ctypes.c_uint32(what), ctypes.byref(found))
            return found.value

        def _take_names(self):
            count = self._number(_NAMECOUNT)
            size = self._number(_NAMEENTRYSIZE)
            table = ctypes.c_void_p()
            LIB.call('pcre2_pattern_info_8', ctypes.c_int, self.code, ctypes.c_uint32(_NAMETABLE), ctypes.byref(table))
            for i in range(count):
                entry = ctypes.string_at(table.value + i * size, size)
                self.names[entry[0] << 8 | entry[1]] = entry[2:].split(b'\0')[0].decode('latin-1')
            return count > 0

        def match(self, subject, start, options, spans):
            count = LIB.call('pcre2_match_8', ctypes.c_int, self.code, subject.raw, ctypes.c_size_t(subject.size),
                             ctypes.c_size_t(start), ctypes.c_uint32(options), self.data, LIB.context)
            if count > 0:
                offsets = LIB.call('pcre2_get_ovector_pointer_8', ctypes.POINTER(ctypes.c_ssize_t), self.data)
                for i in range(2 * count):
                    spans[i] = offsets[i]
            return count

        def mark(self):
            found = LIB.call('pcre2_get_mark_8', ctypes.c_char_p, self.data)
            if not found:
                return ''
            return found.decode('latin-1')

        def free(self):
            LIB.call('pcre2_match_data_free_8', None, self.data)
            LIB.call('pcre2_code_free_8', None, self.code)

    def _message(number):
        raw = ctypes.create_string_buffer(_MESSAGE_SIZE)
        LIB.call('pcre2_get_error_message_8', ctypes.c_int, ctypes.c_int(number), raw, ctypes.c_size_t(_MESSAGE_SIZE))
        return raw.value.decode('latin-1')
