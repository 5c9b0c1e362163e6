"""The preg_ functions (ext/pcre/php_pcre.c)."""
from __future__ import absolute_import

from hippy.interpreter.builtins.elements import add_copy, put_under_key_at
from hippy.interpreter.builtins.pcre_match import ERROR_TEXTS, INTERNAL_ERROR, NO_ERROR, Search, Template, regex_of
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.arrays import W_Array, array_from_list, new_array
from hippy.interpreter.objects.convert import to_str
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.objects.values import W_Int, disown, own, w_false, w_null
from hippy.interpreter.rlib.arithmetic import MININT
from hippy.interpreter.rlib.strings import StringBuilder

PATTERN_ORDER = 1
SET_ORDER = 2
OFFSET_CAPTURE = 256
UNMATCHED_AS_NULL = 512

SPLIT_NO_EMPTY = 1
SPLIT_DELIM_CAPTURE = 2
SPLIT_OFFSET_CAPTURE = 4

GREP_INVERT = 1


# -- groups as values -----------------------------------------------------------------------------------------------------

def group_value(search, group, flags):
    """What a group matched: its text, or a pair of text and offset; '' or null when it took no part."""
    if search.took_part(group):
        w = new_str(search.group(group))
        offset = search.start(group)
    else:
        w = w_null if flags & UNMATCHED_AS_NULL else new_str('')
        offset = -1
    if flags & OFFSET_CAPTURE:
        return array_from_list([w, W_Int(offset)])
    return w


def groups_array(search, flags):
    """The array of one match: each group under its number, before that under its name; those at the end that took no part
    are only in it as nulls."""
    regex = search.regex
    w_groups = new_array(search.count)
    last = regex.groups if flags & UNMATCHED_AS_NULL else search.count
    for i in range(last):
        w = group_value(search, i, flags)
        name = regex.names[i]
        if name != '' and (search.took_part(i) or w_groups.get_str(name) is None):
            own(w)
            w_groups.put_str(name, w)
        own(w)
        w_groups.append(w)
    if search.mark != '':
        w_groups.put_str('MARK', new_str(search.mark))
    return w_groups


# -- matching -------------------------------------------------------------------------------------------------------------

@builtin('preg_match(string $pattern, string $subject, mixed &$matches = null, int $flags = 0, int $offset = 0): int|false')
def preg_match(ctx, pattern, subject, matches_ref, flags, offset):
    regex = regex_of(ctx, 'preg_match', pattern)
    if regex is None:
        return w_false
    check_offset(ctx, 'preg_match', offset)
    matches_ref.store(new_array(0))
    if flags & 0xFF:
        raise not_an_order(ctx, 'preg_match')
    start = start_of(ctx, subject, offset)
    if start < 0:
        return w_false
    search = Search(ctx, regex, subject, start)
    try:
        found = search.next()
        if found:
            matches_ref.store(groups_array(search, flags))
    finally:
        search.release()
    if search.failed:
        return w_false
    return W_Int(1 if found else 0)


@builtin('preg_match_all(string $pattern, string $subject, mixed &$matches = null, int $flags = 0, int $offset = 0): int|false')
def preg_match_all(ctx, pattern, subject, matches_ref, flags, offset):
    regex = regex_of(ctx, 'preg_match_all', pattern)
    if regex is None:
        return w_false
    check_offset(ctx, 'preg_match_all', offset)
    matches_ref.store(new_array(0))
    order = flags & 0xFF
    if order == 0:
        order = PATTERN_ORDER
    elif order != PATTERN_ORDER and order != SET_ORDER:
        raise not_an_order(ctx, 'preg_match_all')
    start = start_of(ctx, subject, offset)
    if start < 0:
        return w_false
    search = Search(ctx, regex, subject, start)
    try:
        collecting = MatchSets(search, flags) if order == SET_ORDER else GroupSets(search, flags)
        count = 0
        while search.next():
            count += 1
            collecting.add()
    finally:
        search.release()
    matches_ref.store(collecting.result())
    if search.failed:
        return w_false
    return W_Int(count)


def check_offset(ctx, name, offset):
    if offset == MININT:
        raise ctx.error('ValueError', '%s(): Argument #5 ($offset) must be greater than %d' % (name, MININT))


def not_an_order(ctx, name):
    return ctx.error('ValueError', name + '(): Argument #4 ($flags) must be a PREG_* constant')


def start_of(ctx, subject, offset):
    """Where a search begins; a negative offset counts from the end. -1, and an error noted, beyond the end."""
    if offset < 0:
        return max(0, len(subject) + offset)
    if offset > len(subject):
        ctx.preg_error = INTERNAL_ERROR
        return -1
    return offset


class Collecting(object):
    """What preg_match_all() returns, built up match by match."""
    _attrs_ = ('search', 'flags')

    def __init__(self, search, flags):
        self.search = search
        self.flags = flags

    def add(self):
        raise NotImplementedError

    def result(self):
        raise NotImplementedError


class MatchSets(Collecting):
    """An array for each match."""
    _attrs_ = ('w_sets',)

    def __init__(self, search, flags):
        Collecting.__init__(self, search, flags)
        self.w_sets = new_array(0)

    def add(self):
        w_groups = groups_array(self.search, self.flags)
        own(w_groups)
        self.w_sets.append(w_groups)

    def result(self):
        return self.w_sets


class GroupSets(Collecting):
    """An array for each group; w_marks stays None without marks."""
    _attrs_ = ('sets', 'w_marks', 'matches')

    def __init__(self, search, flags):
        Collecting.__init__(self, search, flags)
        self.sets = [new_array(0) for _i in range(search.regex.groups)]
        self.w_marks = None
        self.matches = 0

    def add(self):
        for i in range(len(self.sets)):
            w = group_value(self.search, i, self.flags)
            own(w)
            self.sets[i].append(w)
        if self.search.mark != '':
            if self.w_marks is None:
                self.w_marks = new_array(0)
            self.w_marks.put_int(self.matches, new_str(self.search.mark))
        self.matches += 1

    def result(self):
        w_result = new_array(len(self.sets))
        for i in range(len(self.sets)):
            w_set = self.sets[i]
            name = self.search.regex.names[i]
            if name != '':
                own(w_set)
                w_result.put_str(name, w_set)
            own(w_set)
            w_result.append(w_set)
        if self.w_marks is not None:
            own(self.w_marks)
            w_result.put_str('MARK', self.w_marks)
        return w_result


# -- replacing ------------------------------------------------------------------------------------------------------------

class Replacing(object):
    """One call of a replacing function; count is the number of replacements so far."""
    _attrs_ = ('ctx', 'name', 'limit', 'count')

    def __init__(self, ctx, name, limit):
        self.ctx = ctx
        self.name = name
        self.limit = limit
        self.count = 0

    def replace_all(self, text):
        """The text after all patterns, or None after an error."""
        raise NotImplementedError

    def replace(self, pattern, template, w_callback, flags, text):
        """The text after one pattern, or None after an error; template is None with a callback."""
        regex = regex_of(self.ctx, self.name, pattern)
        if regex is None:
            return None
        search = Search(self.ctx, regex, text, 0)
        builder = StringBuilder()
        done = 0
        left = self.limit
        try:
            while left != 0 and search.next():
                start = search.start(0)
                end = search.end(0)
                builder.append(search.between(done, start))
                self.count += 1
                left -= 1
                if template is not None:
                    template.fill(builder, search)
                else:
                    builder.append(self.answer(w_callback, groups_array(search, flags)))
                done = end
        finally:
            search.release()
        if search.failed:
            return None
        if done == 0 and left == self.limit:
            return text
        builder.append(search.between(done, len(text)))
        return builder.build()

    def answer(self, w_callback, w_groups):
        own(w_groups)
        w = self.ctx.call(w_callback, [w_groups])
        disown(w_groups)
        text = to_str(self.ctx, w)
        disown(w)
        return text


class TemplateReplacing(Replacing):
    """preg_replace() and preg_filter(): patterns and the Template of each."""
    _attrs_ = ('patterns', 'templates')

    def __init__(self, ctx, name, limit, patterns, templates):
        Replacing.__init__(self, ctx, name, limit)
        self.patterns = patterns
        self.templates = templates

    def replace_all(self, text):
        for i in range(len(self.patterns)):
            text = self.replace(self.patterns[i], self.templates[i], None, 0, text)
            if text is None:
                return None
        return text


class CallbackReplacing(Replacing):
    _attrs_ = ('patterns', 'w_callback', 'flags')

    def __init__(self, ctx, name, limit, patterns, w_callback, flags):
        Replacing.__init__(self, ctx, name, limit)
        self.patterns = patterns
        self.w_callback = w_callback
        self.flags = flags

    def replace_all(self, text):
        for pattern in self.patterns:
            text = self.replace(pattern, None, self.w_callback, self.flags, text)
            if text is None:
                return None
        return text


def texts_of(ctx, w):
    """The texts of a string or of an array's elements."""
    if isinstance(w, W_Array):
        return [to_str(ctx, deref(w_text)) for w_text in w.values()]
    assert isinstance(w, W_Str)
    return [w.as_str()]


def replaced(replacing, w_subject, only_changed):
    """The subject, or the array of subjects under their keys, after all replacements; what fails is null or left out,
    with only_changed also what did not match."""
    ctx = replacing.ctx
    if not isinstance(w_subject, W_Array):
        return replaced_one(replacing, to_str(ctx, w_subject), only_changed)
    w_result = new_array(w_subject.count())
    own(w_subject)
    pos = w_subject.next_pos(0)
    while pos >= 0:
        w = replaced_one(replacing, to_str(ctx, deref(w_subject.value_at(pos))), only_changed)
        if w is not w_null:
            put_under_key_at(w_result, w_subject, pos, w)
        pos = w_subject.next_pos(pos + 1)
    disown(w_subject)
    return w_result


def replaced_one(replacing, text, only_changed):
    before = replacing.count
    text = replacing.replace_all(text)
    if text is None or only_changed and replacing.count == before:
        return w_null
    return new_str(text)


def replace_by_templates(ctx, name, w_pattern, w_replacement, w_subject, limit, count_ref, only_changed):
    if isinstance(w_replacement, W_Array) and not isinstance(w_pattern, W_Array):
        raise ctx.error('TypeError', name + '(): Argument #1 ($pattern) must be of type array when argument #2 '
                        '($replacement) is an array, string given')
    patterns = texts_of(ctx, w_pattern)
    texts = texts_of(ctx, w_replacement)
    if isinstance(w_replacement, W_Array):
        templates = [Template(texts[i] if i < len(texts) else '') for i in range(len(patterns))]
    else:
        templates = [Template(texts[0])] * len(patterns)
    replacing = TemplateReplacing(ctx, name, limit, patterns, templates)
    w_result = replaced(replacing, w_subject, only_changed)
    count_ref.store(W_Int(replacing.count))
    return w_result


@builtin('preg_replace(array|string $pattern, array|string $replacement, array|string $subject, int $limit = -1, '
         'mixed &$count = null): array|string|null')
def preg_replace(ctx, w_pattern, w_replacement, w_subject, limit, count_ref):
    return replace_by_templates(ctx, 'preg_replace', w_pattern, w_replacement, w_subject, limit, count_ref, False)


@builtin('preg_filter(array|string $pattern, array|string $replacement, array|string $subject, int $limit = -1, '
         'mixed &$count = null): array|string|null')
def preg_filter(ctx, w_pattern, w_replacement, w_subject, limit, count_ref):
    return replace_by_templates(ctx, 'preg_filter', w_pattern, w_replacement, w_subject, limit, count_ref, True)


@builtin('preg_replace_callback(array|string $pattern, callable $callback, array|string $subject, int $limit = -1, '
         'mixed &$count = null, int $flags = 0): array|string|null')
def preg_replace_callback(ctx, w_pattern, w_callback, w_subject, limit, count_ref, flags):
    patterns = texts_of(ctx, w_pattern)
    replacing = CallbackReplacing(ctx, 'preg_replace_callback', limit, patterns, w_callback, flags)
    w_result = replaced(replacing, w_subject, False)
    count_ref.store(W_Int(replacing.count))
    return w_result


@builtin('preg_replace_callback_array(array $pattern, array|string $subject, int $limit = -1, mixed &$count = null, '
         'int $flags = 0): array|string|null')
def preg_replace_callback_array(ctx, w_pattern, w_subject, limit, count_ref, flags):
    count = 0
    own(w_pattern)
    w_result = w_subject
    own(w_result)
    pos = w_pattern.next_pos(0)
    while pos >= 0:
        w_callback = deref(w_pattern.value_at(pos))
        if not ctx.is_callable(w_callback):
            raise bad_pattern_array(ctx, 'must contain only valid callbacks')
        if w_pattern.is_int_key_at(pos):
            raise bad_pattern_array(ctx, 'must contain only string patterns as keys')
        patterns = [w_pattern.str_key_at(pos)]
        replacing = CallbackReplacing(ctx, 'preg_replace_callback_array', limit, patterns, w_callback, flags)
        w_next = replaced(replacing, w_result, False)
        own(w_next)
        disown(w_result)
        w_result = w_next
        if w_result is w_null:
            break
        count += replacing.count
        pos = w_pattern.next_pos(pos + 1)
    disown(w_pattern)
    if w_result is not w_null:
        count_ref.store(W_Int(count))
    return w_result


def bad_pattern_array(ctx, problem):
    return ctx.error('TypeError', 'preg_replace_callback_array(): Argument #1 ($pattern) ' + problem)


# -- splitting and filtering ----------------------------------------------------------------------------------------------

@builtin('preg_split(string $pattern, string $subject, int $limit = -1, int $flags = 0): array|false')
def preg_split(ctx, pattern, subject, limit, flags):
    regex = regex_of(ctx, 'preg_split', pattern)
    if regex is None:
        return w_false
    if limit == 0:
        limit = -1
    splitting = Splitting(subject, flags)
    search = Search(ctx, regex, subject, 0)
    try:
        while (limit == -1 or limit > 1) and search.next():
            start = search.start(0)
            if splitting.keeps(splitting.done, start):
                splitting.add(splitting.done, start)
                if limit != -1:
                    limit -= 1
            if flags & SPLIT_DELIM_CAPTURE:
                add_delimiters(splitting, search)
            splitting.done = search.end(0)
    finally:
        search.release()
    if search.failed:
        return w_false
    if splitting.keeps(splitting.done, len(subject)):
        splitting.add(splitting.done, len(subject))
    return splitting.w_pieces


class Splitting(object):
    """The pieces of a text; done is where the last delimiter ended."""
    _attrs_ = ('text', 'flags', 'w_pieces', 'done')

    def __init__(self, text, flags):
        self.text = text
        self.flags = flags
        self.w_pieces = new_array(0)
        self.done = 0

    def keeps(self, start, end):
        return self.flags & SPLIT_NO_EMPTY == 0 or start != end

    def add(self, start, end):
        assert 0 <= start <= end
        w = new_str(self.text[start:end])
        if self.flags & SPLIT_OFFSET_CAPTURE:
            w = array_from_list([w, W_Int(start)])
        own(w)
        self.w_pieces.append(w)


def add_delimiters(splitting, search):
    for i in range(1, search.count):
        if search.took_part(i):
            if splitting.keeps(search.start(i), search.end(i)):
                splitting.add(search.start(i), search.end(i))
        elif splitting.flags & SPLIT_NO_EMPTY == 0:
            w = new_str('')
            if splitting.flags & SPLIT_OFFSET_CAPTURE:
                w = array_from_list([w, W_Int(-1)])
            own(w)
            splitting.w_pieces.append(w)


@builtin('preg_grep(string $pattern, array $array, int $flags = 0): array|false')
def preg_grep(ctx, pattern, w_array, flags):
    regex = regex_of(ctx, 'preg_grep', pattern)
    if regex is None:
        return w_false
    ctx.preg_error = NO_ERROR
    w_result = new_array(0)
    own(w_array)
    pos = w_array.next_pos(0)
    while pos >= 0:
        search = Search(ctx, regex, to_str(ctx, deref(w_array.value_at(pos))), 0)
        found = search.next()
        search.release()
        if search.failed:
            break
        if found == (flags & GREP_INVERT == 0):
            add_copy(w_result, w_array, pos)
        pos = w_array.next_pos(pos + 1)
    disown(w_array)
    return w_result


# -- quoting, errors ------------------------------------------------------------------------------------------------------

@builtin('preg_quote(string $str, ?string $delimiter = null): string')
def preg_quote(ctx, string, w_delimiter):
    delimiter = ''
    if isinstance(w_delimiter, W_Str) and w_delimiter.length() > 0:
        delimiter = w_delimiter.as_str()[0]
    builder = StringBuilder()
    for i in range(len(string)):
        c = string[i]
        if c == '\0':
            builder.append('\\000')
            continue
        if c in '.\\+*?[^]$(){}=!><|:-#' or c == delimiter:
            builder.append('\\')
        builder.append(c)
    return builder.build()


@builtin('preg_last_error(): int')
def preg_last_error(ctx):
    return ctx.preg_error


@builtin('preg_last_error_msg(): string')
def preg_last_error_msg(ctx):
    return ERROR_TEXTS[ctx.preg_error]
