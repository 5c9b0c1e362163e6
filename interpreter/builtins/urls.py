"""URLs: encoding, taking apart, query strings."""
from __future__ import absolute_import

from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.arrays import W_Array, new_array, put_by_name
from hippy.interpreter.objects.convert import to_str
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.numbers import float_text
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.resources import W_Resource
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.objects.values import W_Bool, W_Float, W_Int, W_Null, w_false, w_null
from hippy.interpreter.rlib.strings import StringBuilder, ascii_lower, hex_value, is_alnum, is_digit, split

HEX = '0123456789ABCDEF'
PHP_QUERY_RFC3986 = 2


# -- percent encoding -----------------------------------------------------------------------------------------------------

def url_encoded(s, raw):
    """Percent-encodes; raw leaves '~' and writes %20 for a blank, the other way writes '+' (RFC 3986, RFC 1738)."""
    builder = StringBuilder(len(s) + 16)
    for i in range(len(s)):
        c = s[i]
        if is_alnum(c) or c == '-' or c == '.' or c == '_' or (raw and c == '~'):
            builder.append(c)
        elif c == ' ' and not raw:
            builder.append('+')
        else:
            builder.append('%')
            builder.append(HEX[ord(c) >> 4])
            builder.append(HEX[ord(c) & 15])
    return builder.build()


def url_decoded(s, raw):
    builder = StringBuilder(len(s))
    i = 0
    while i < len(s):
        c = s[i]
        if c == '%' and i + 2 < len(s) and hex_value(s[i + 1]) >= 0 and hex_value(s[i + 2]) >= 0:
            builder.append(chr(hex_value(s[i + 1]) << 4 | hex_value(s[i + 2])))
            i += 3
            continue
        builder.append(' ' if c == '+' and not raw else c)
        i += 1
    return builder.build()


@builtin('urlencode(string $string): string')
def urlencode(ctx, string):
    return url_encoded(string, False)


@builtin('urldecode(string $string): string')
def urldecode(ctx, string):
    return url_decoded(string, False)


@builtin('rawurlencode(string $string): string')
def rawurlencode(ctx, string):
    return url_encoded(string, True)


@builtin('rawurldecode(string $string): string')
def rawurldecode(ctx, string):
    return url_decoded(string, True)


# -- parse_url ------------------------------------------------------------------------------------------------------------

class UrlParts(object):
    """A URL taken apart as ext/standard/url.c does; absent parts are None, port -1; `bad` for what is no URL."""
    _attrs_ = ('url', 'scheme', 'host', 'port', 'user', 'password', 'path', 'query', 'fragment', 'bad')

    def __init__(self, url):
        self.url = url
        self.scheme = None
        self.host = None
        self.port = -1
        self.user = None
        self.password = None
        self.path = None
        self.query = None
        self.fragment = None
        self.bad = False
        self.parse()

    def part(self, start, stop):
        """A slice with control characters replaced."""
        builder = StringBuilder(16)
        for i in range(start, stop):
            c = self.url[i]
            builder.append('_' if c < ' ' or c == '\x7f' else c)
        return builder.build()

    def char(self, i):
        return self.url[i] if i < len(self.url) else '\0'

    def has_slashes(self, i):
        return self.char(i) == '/' and self.char(i + 1) == '/'

    def find_any(self, chars, start):
        """The first place from start on where one of the characters stands, or the end."""
        i = start
        while i < len(self.url) and chars.find(self.url[i]) < 0:
            i += 1
        return i

    def parse(self):
        colon = self.url.find(':')
        if colon > 0:
            self.parse_after_scheme(colon)
        elif colon == 0:
            self.parse_port_or_path(0)
        elif self.has_slashes(0):
            self.parse_host(2)
        else:
            self.parse_path(0)

    def parse_after_scheme(self, colon):
        for i in range(colon):
            c = self.url[i]
            if not is_alnum(c) and c != '+' and c != '.' and c != '-':
                if colon + 1 < len(self.url) and colon < self.find_any('?#', 0):
                    self.parse_port_or_path(colon)
                elif self.has_slashes(0):
                    self.parse_host(2)
                else:
                    self.parse_path(0)
                return
        if colon + 1 == len(self.url):
            self.scheme = self.part(0, colon)
            return
        if self.char(colon + 1) != '/':
            end = colon + 1
            while is_digit(self.char(end)):
                end += 1
            if (end == len(self.url) or self.char(end) == '/') and end - colon < 7:
                self.parse_port_or_path(colon)
                return
            self.scheme = self.part(0, colon)
            self.parse_path(colon + 1)
            return
        self.scheme = self.part(0, colon)
        self.parse_after_slash(colon)

    def parse_after_slash(self, colon):
        """Behind 'scheme:/'."""
        if self.char(colon + 2) != '/':
            self.parse_path(colon + 1)
        elif ascii_lower(self.part(0, colon)) == 'file' and self.char(colon + 3) == '/':
            is_drive = self.char(colon + 5) == ':'
            self.parse_path(colon + 4 if is_drive else colon + 3)
        else:
            self.parse_host(colon + 3)

    def parse_port_or_path(self, colon):
        """'host:80/...' without a scheme; else all is the path."""
        end = colon + 1
        while end < len(self.url) and end - colon < 7 and is_digit(self.url[end]):
            end += 1
        digits = end - colon - 1
        if 0 < digits < 6 and (end == len(self.url) or self.url[end] == '/'):
            self.port = self.port_number(colon + 1, end)
            if self.port < 0:
                self.bad = True
                return
            self.parse_host(2 if self.has_slashes(0) else 0)
        elif digits == 0 and end == len(self.url):
            self.bad = True
        elif self.has_slashes(0):
            self.parse_host(2)
        else:
            self.parse_path(0)

    def port_number(self, start, stop):
        """The number that the digits at start spell; -1 when there are none or it is too large."""
        number = 0
        i = start
        while i < stop and is_digit(self.url[i]):
            number = number * 10 + ord(self.url[i]) - 48
            i += 1
        if i == start or number > 65535:
            return -1
        return number

    def parse_host(self, start):
        end = self.find_any('/?#', start)
        assert end >= 0
        at = self.url.rfind('@', start, end)
        if at >= 0:
            colon = self.url.find(':', start, at)
            if colon >= 0:
                self.user = self.part(start, colon)
                self.password = self.part(colon + 1, at)
            else:
                self.user = self.part(start, at)
            start = at + 1
        host_end = end
        if not (self.char(start) == '[' and end > 0 and self.url[end - 1] == ']'):
            colon = self.url.rfind(':', start, end)
            if colon >= 0:
                host_end = colon
                if self.port <= 0 and not self.parse_port(colon + 1, end):
                    return
        if host_end <= start:
            self.bad = True
            return
        self.host = self.part(start, host_end)
        if end < len(self.url):
            self.parse_path(end)

    def parse_port(self, start, stop):
        """False, and the URL is bad, for what is no port."""
        if stop - start > 5:
            self.bad = True
        elif stop > start:
            self.port = self.port_number(start, stop)
            self.bad = self.port < 0
        return not self.bad

    def parse_path(self, start):
        end = len(self.url)
        assert start >= 0
        fragment = self.url.find('#', start)
        if fragment >= 0:
            self.fragment = self.part(fragment + 1, end)
            end = fragment
        query = self.url.find('?', start, end)
        if query >= 0:
            self.query = self.part(query + 1, end)
            end = query
        if start < end or start == len(self.url):
            self.path = self.part(start, end)


def text_or_null(text):
    return w_null if text is None else new_str(text)


def url_part(ctx, parts, component):
    if component == 0:
        return text_or_null(parts.scheme)
    if component == 1:
        return text_or_null(parts.host)
    if component == 2:
        return w_null if parts.port < 0 else W_Int(parts.port)
    if component == 3:
        return text_or_null(parts.user)
    if component == 4:
        return text_or_null(parts.password)
    if component == 5:
        return text_or_null(parts.path)
    if component == 6:
        return text_or_null(parts.query)
    if component == 7:
        return text_or_null(parts.fragment)
    raise ctx.error('ValueError', (
        'parse_url(): Argument #2 ($component) must be a valid URL component identifier, %d given' % component))


@builtin('parse_url(string $url, int $component = -1): array|string|int|false|null')
def parse_url(ctx, url, component):
    parts = UrlParts(url)
    if parts.bad:
        return w_false
    if component > -1:
        return url_part(ctx, parts, component)
    w_parts = new_array(8)
    add_part(w_parts, 'scheme', parts.scheme)
    add_part(w_parts, 'host', parts.host)
    if parts.port >= 0:
        w_parts.put_str('port', W_Int(parts.port))
    add_part(w_parts, 'user', parts.user)
    add_part(w_parts, 'pass', parts.password)
    add_part(w_parts, 'path', parts.path)
    add_part(w_parts, 'query', parts.query)
    add_part(w_parts, 'fragment', parts.fragment)
    return w_parts


def add_part(w_parts, name, text):
    if text is not None:
        w_parts.put_str(name, new_str(text))


# -- http_build_query -----------------------------------------------------------------------------------------------------

class QueryWriter(object):
    """Collects 'name=value' pairs."""
    _attrs_ = ('ctx', 'prefix', 'separator', 'raw', 'builder', 'inside')

    def __init__(self, ctx, prefix, separator, raw):
        self.ctx = ctx
        self.prefix = prefix
        self.separator = separator
        self.raw = raw
        self.builder = StringBuilder(64)
        self.inside = []

    def add_all(self, w_data, base, depth):
        """The elements or public properties of w_data; base is the name that they belong to, '' at the top."""
        for w_outer in self.inside:
            if w_outer is w_data:
                return
        self.inside.append(w_data)
        if isinstance(w_data, W_Array):
            pos = w_data.next_pos(0)
            while pos >= 0:
                self.add(w_data.key_at(pos), deref(w_data.value_at(pos)), base, depth)
                pos = w_data.next_pos(pos + 1)
        else:
            assert isinstance(w_data, W_Object)
            for entry in w_data.property_list():
                if entry.visibility == 0:
                    self.add(new_str(entry.name), deref(entry.w_value), base, depth)
        self.inside.pop()

    def add(self, w_key, w_value, base, depth):
        if isinstance(w_value, W_Null) or isinstance(w_value, W_Resource):
            return
        key = to_str(self.ctx, w_key)
        if depth > 0:
            name = base + '%5B' + url_encoded(key, self.raw) + '%5D'
        elif isinstance(w_key, W_Int):
            name = self.prefix + key
        else:
            name = url_encoded(key, self.raw)
        if isinstance(w_value, W_Array) or isinstance(w_value, W_Object):
            self.add_all(w_value, name, depth + 1)
            return
        if self.builder.getlength() > 0:
            self.builder.append(self.separator)
        self.builder.append(name)
        self.builder.append('=')
        self.builder.append(url_encoded(self.text(w_value), self.raw))

    def text(self, w_value):
        if isinstance(w_value, W_Bool):
            return '1' if w_value.boolval else '0'
        if isinstance(w_value, W_Float):
            return float_text(w_value.floatval, self.ctx.precision())
        return to_str(self.ctx, w_value)


@builtin('http_build_query(object|array $data, string $numeric_prefix = "", ?string $arg_separator = null, '
         'int $encoding_type = PHP_QUERY_RFC1738): string')
def http_build_query(ctx, w_data, numeric_prefix, w_separator, encoding_type):
    separator = w_separator.as_str() if isinstance(w_separator, W_Str) else ctx.ini_get('arg_separator.output')
    writer = QueryWriter(ctx, numeric_prefix, separator, encoding_type == PHP_QUERY_RFC3986)
    writer.add_all(w_data, '', 0)
    return writer.builder.build()


# -- parse_str ------------------------------------------------------------------------------------------------------------

@builtin('parse_str(string $string, mixed &$result): void')
def parse_str(ctx, string, result_ref):
    w_result = new_array(0)
    separator = ctx.ini_get('arg_separator.input')
    for pair in split(string, '&' if separator is None or separator == '' else separator[0]):
        if pair == '':
            continue
        equals = pair.find('=')
        if equals < 0:
            register_variable(w_result, url_decoded(pair, False), '')
        else:
            register_variable(w_result, url_decoded(pair[:equals], False), url_decoded(pair[equals + 1:], False))
    result_ref.store(w_result)


def register_variable(w_vars, name, value):
    """Stores under a name as variables of a form have it: 'a.b' is a_b, 'a[x][]' an element of nested arrays."""
    start = 0
    while start < len(name) and name[start] == ' ':
        start += 1
    if start < len(name) and name[start] == '[':
        return
    bracket = name.find('[', start)
    base_end = len(name) if bracket <= start else bracket
    if name.find(']', base_end) < 0:
        base_end = len(name)
    base = plain_name(name, start, base_end)
    if base == '':
        return
    w_value = new_str(value)
    keys = []
    i = base_end
    while i < len(name) and name[i] == '[':
        close = name.find(']', i)
        if close < 0:
            break
        assert i >= 0
        keys.append(name[i + 1:close])
        i = close + 1
    if len(keys) == 0:
        put_by_name(w_vars, base, w_value)
        return
    w_array = inner_array(w_vars, base)
    for k in range(len(keys) - 1):
        w_array = inner_array(w_array, keys[k])
    if keys[len(keys) - 1] == '':
        w_array.append(w_value)
    else:
        put_by_name(w_array, keys[len(keys) - 1], w_value)


def plain_name(name, start, end):
    """The name of a variable: blanks and points become underscores, and an opening bracket that nothing closes."""
    builder = StringBuilder(16)
    for i in range(start, end):
        c = name[i]
        builder.append('_' if c == ' ' or c == '.' or (c == '[' and end == len(name)) else c)
    return builder.build()


def inner_array(w_array, key):
    """The array under a key ('': a new element), made when it is missing or something else."""
    if key != '':
        w_found = w_array.get_key(new_str(key))
        if isinstance(w_found, W_Array):
            return w_found
    w_new = new_array(0)
    if key == '':
        w_array.append(w_new)
    else:
        put_by_name(w_array, key, w_new)
    return w_new
