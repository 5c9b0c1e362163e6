"""The instruction set: one row per opcode. An instruction is WIDTH ints: the opcode and four operands.

Operand kinds, one letter for each of the four operands:
  r  a value that is read: a variable or temporary slot (>= 0) or a constant (negative: ~index into code.consts)
  v  a variable's slot            t  a temporary's slot, owned by the instruction and emptied by it
  w  the slot that receives the result (variable or temporary), UNUSED when nobody wants it
  b  the first slot of a block of temporaries (count in another operand)
  j  a jump target (pc)           n  a plain number        s  an index into a side table of the code
  c  1 in `variable op= b`, where b is read first; otherwise 0
  -  not used

A handler is the function op_NAME in vm/: see vm/loop.py. PHP reads variables late: an operand that is a variable is read when the
instruction runs, not when the expression is reached (Zend/zend_compile.c emits the same order).
"""
from __future__ import absolute_import

WIDTH = 5
UNUSED = -1
TEMPORARY = 1 << 20     # while compiling, temporaries are numbered from here; then they follow the variables

OPCODES = [
    # moving values
    ('ASSIGN', 'vrw-', 'variable = value, which is copied; the result is the value'),
    ('ASSIGN_TMP', 'vtw-', 'variable = temporary, which is moved'),
    ('COPY', 'rw--', 'result = value, copied (a variable that is not set warns)'),
    ('COPY_TMP', 'tw--', 'result = temporary, moved'),
    ('COPY_IF_SET', 'vw--', 'as COPY; a variable that is not set leaves the result unset'),
    ('COPY_QUIET', 'rw--', 'as COPY; a variable that is not set gives null without a warning'),
    ('FREE', 't---', 'drops a temporary'),
    ('MAKE_REF', 'vw--', 'turns the variable into a reference and gives that reference'),
    ('VALUE_REF', 'rwn-', 'result = the reference that a temporary holds, or a fresh one of the value and notice n of REF_NOTICES'),
    ('BIND_REF', 'vt--', 'the variable becomes the reference in the temporary'),
    ('BIND_GLOBAL', 'vs--', 'the variable becomes the global of code.global_cells[s]'),
    ('BIND_STATIC', 'vn--', 'the variable becomes static variable n of the function'),
    ('JMP_STATIC', 'nj--', 'jumps if static variable n has its value'),
    ('SET_STATIC', 'nt--', 'gives static variable n its first value'),
    ('UNSET_CV', 'v---', 'unset($v)'),
    ('FETCH_THIS', 'vw--', 'result = $this, which is variable v; an error outside an object'),
    # arithmetic and comparison
    ('ADD', 'rrwc', 'result = a + b'),
    ('SUB', 'rrwc', 'result = a - b'),
    ('MUL', 'rrwc', 'result = a * b'),
    ('DIV', 'rrwc', 'result = a / b'),
    ('MOD', 'rrwc', 'result = a % b'),
    ('POW', 'rrwc', 'result = a ** b'),
    ('CONCAT', 'rrw-', 'result = a . b'),
    ('BIT_AND', 'rrwc', 'result = a & b'),
    ('BIT_OR', 'rrwc', 'result = a | b'),
    ('BIT_XOR', 'rrwc', 'result = a ^ b'),
    ('SHL', 'rrwc', 'result = a << b'),
    ('SHR', 'rrwc', 'result = a >> b'),
    ('APPEND', 'vrw-', 'variable .= value'),
    ('PRE_INC', 'vw--', '++$v'),
    ('PRE_DEC', 'vw--', '--$v'),
    ('POST_INC', 'vw--', '$v++'),
    ('POST_DEC', 'vw--', '$v--'),
    ('NEGATE', 'rw--', 'result = -a'),
    ('PLUS', 'rw--', 'result = +a'),
    ('NOT', 'rw--', 'result = !a'),
    ('BIT_NOT', 'rw--', 'result = ~a'),
    ('BOOL', 'rw--', 'result = (bool) a'),
    ('BOOL_XOR', 'rrw-', 'result = a xor b'),
    ('CAST', 'rwn-', 'result = (type n of ast.CAST_NAMES) a'),
    ('IS_EQUAL', 'rrw-', 'result = a == b'),
    ('IS_NOT_EQUAL', 'rrw-', 'result = a != b'),
    ('IS_IDENTICAL', 'rrw-', 'result = a === b'),
    ('IS_NOT_IDENTICAL', 'rrw-', 'result = a !== b'),
    ('IS_SMALLER', 'rrw-', 'result = a < b'),
    ('IS_SMALLER_OR_EQUAL', 'rrw-', 'result = a <= b'),
    ('SPACESHIP', 'rrw-', 'result = a <=> b'),
    ('ROPE', 'sw--', 'result = the values of code.ropes[s], as strings, joined'),
    # jumps; a target at or before the jump closes a loop, and only there is the JIT entered
    ('JMP', 'j---', 'jumps'),
    ('JMPZ', 'rj--', 'jumps if not a'),
    ('JMPNZ', 'rj--', 'jumps if a'),
    ('JMPZ_KEEP', 'tj--', 'jumps if not a, which is kept'),
    ('JMP_SMALLER', 'rrj-', 'jumps if a < b'),
    ('JMP_NOT_SMALLER', 'rrj-', 'jumps if not a < b'),
    ('JMP_SMALLER_OR_EQUAL', 'rrj-', 'jumps if a <= b'),
    ('JMP_NOT_SMALLER_OR_EQUAL', 'rrj-', 'jumps if not a <= b'),
    ('JMP_EQUAL', 'rrjn', 'jumps if a == b; n = 1: a is kept'),
    ('JMP_NOT_EQUAL', 'rrj-', 'jumps if a != b'),
    ('JMP_IDENTICAL', 'rrjn', 'jumps if a === b; n = 1: a is kept'),
    ('JMP_NOT_IDENTICAL', 'rrj-', 'jumps if a !== b'),
    ('JMP_NULL', 'rjn-', 'jumps if a is null; n = 1: a variable that is not set warns'),
    ('JMP_SET', 'vj--', 'jumps if the variable is set (a parameter that got a value)'),
    # arrays
    ('NEW_ARRAY', 'wn--', 'result = an empty array for about n elements'),
    ('NEW_RECORD', 'ws--', 'result = an array with the keys of code.records[s], whose values ELEM_FILL adds'),
    ('ELEM_FILL', 'tnr-', 'value number n of the record under construction in t (kept)'),
    ('ELEM_APPEND', 'tr--', 'adds a value to the array under construction in t (kept)'),
    ('ELEM_SEND', 'tt--', 'adds what the second temporary holds, a reference included, to the array under construction in t (kept)'),
    ('ELEM_SET', 'trr-', 'sets key, value in the array under construction in t (kept)'),
    ('ELEM_SPREAD', 'trn-', 'adds all elements of a value to the array under construction in t (kept); n = 1: arguments'),
    ('ELEM_REF', 'ttr-', 'adds a reference (second t); key r or UNUSED_KEY'),
    ('FETCH_DIM_R', 'rrw-', 'result = a[b]; a temporary container is emptied'),
    ('FETCH_DIM2_R', 'rrrw', 'result = a[b][c], where nothing can happen between the two'),
    ('FETCH_DIMS', 'swn-', 'result = a[b][c]... for the operands of code.ropes[s], as DIM2; n: DIMS_READ, DIMS_QUIETLY (?? null), DIMS_ISSET'),
    ('FETCH_DIM_IS', 'rrw-', 'result = a[b] ?? null, silently'),
    ('FETCH_LIST', 'rrw-', 'result = element b of a for a list() pattern; a stays'),
    ('LIST_REF', 'trw-', 'result = a reference to element b of the array behind the reference in t'),
    ('ASSIGN_DIM', 'vrrw', '$v[b] = c'),
    ('ASSIGN_APPEND', 'vrw-', '$v[] = b'),
    ('IS_SET', 'rw--', 'result = a is neither missing nor null'),
    ('IS_EMPTY', 'rw--', 'result = a is missing or false'),
    ('ISSET_DIM', 'rrwn', 'isset(a[b]); n = 1: empty(a[b])'),
    ('FE_RESET', 'rw--', 'result = an iterator over a copy of a'),
    ('FE_RESET_REF', 'tw--', 'result = an iterator over what the reference in t holds'),
    ('FE_NEXT', 'twwj', 'value, key of the next element; jumps if there is one; the iterator stays'),
    ('FE_NEXT_REF', 'twwj', 'as FE_NEXT: the value slot becomes a reference to the element'),
    ('FE_FREE', 't---', 'ends an iteration'),
    # paths: everything deeper than $v[k] that is written
    ('PATH', 'srw-', 'performs code.paths[s]; r: the value to store (or UNUSED)'),
    # calls
    ('CALL', 'sbnw', 'result = function of code.calls[s], n arguments from slot b on'),
    ('CALL_BUILTIN', 'sbnw', 'as CALL; the function is a builtin known at compile time'),
    ('CALL_SPECIAL', 'nbnw', 'a function that needs its frame (func_get_args, compact, ...)'),
    ('FIND_FUNCTION', 's---', 'an error if the function of code.calls[s] does not exist'),
    ('SEND_EX', 'svnw', 'argument n of code.calls[s] from a variable: by value or by reference, as the function wants'),
    ('ONLY_VARIABLES', 'rw--', 'a call result for a reference parameter: a notice, then a fresh reference'),
    ('NOT_REFERENCEABLE', 'rwns', 'any other value for reference parameter n of code.calls[s]: an error'),
    ('INIT_FUNCTION', 'sb--', 'puts the function of code.calls[s] into slot b'),
    ('INIT_DYNAMIC', 'rb--', 'puts callee and $this into slots b, b+1 for a value that is called'),
    ('INIT_METHOD', 'rrb-', 'puts method and object into slots b, b+1'),
    ('INIT_STATIC', 'srb-', 'puts method and class/object into slots b, b+1: class of code.classes[s], name r'),
    ('INIT_NEW', 'swb-', 'result = a new object; puts its constructor and itself into slots b, b+1'),
    ('JMP_SEND_VALUE', 'snj-', 'jumps if argument n of code.calls[s] is passed by value'),
    ('JMP_SLOT_SEND_VALUE', 'bnj-', 'jumps if argument n of the callee in slot b is passed by value'),
    ('SEND_DYNAMIC', 'bvnw', 'argument n of the callee in slot b from a variable'),
    ('SEND_NAMED', 'bvsw', 'argument code.names[s] of the callee in slot b from a variable'),
    ('JMP_NAMED_SEND_VALUE', 'bsj-', 'jumps if argument code.names[s] of the callee in slot b is passed by value'),
    ('CALL_SLOT', 'bnws', 'result = callee in b, n arguments from b+2 on; s: code.calls'),
    ('SPREAD_CALL', 'btwn', 'result = callee in b, arguments: the array in t (string keys are named); n = 1: as a reference if it is one'),
    ('RETURN', 'r---', 'returns a copy'),
    ('RETURN_TMP', 't---', 'returns a temporary'),
    # generators
    ('CREATE_GENERATOR', '----', 'the call gives a generator that goes on behind the SUSPEND that follows'),
    ('YIELD', 'rr--', 'the generator gets value a and key b (UNUSED_KEY: the next number)'),
    ('SUSPEND', 'w---', 'leaves the loop; when the generator is resumed, the result is what was sent'),
    ('YIELD_FROM', 'r---', 'the generator begins to pass the values of a on'),
    ('DELEGATE', 'wj--', 'the generator gets the next of them; at the end the result is what `yield from` gives, and it jumps'),
    ('GENERATOR_RETURN', 'r---', 'what getReturn() gives'),
    ('CHECK_RETURN', 'rw--', 'checks and converts a value to the declared return type'),
    # objects
    ('FETCH_PROP_R', 'rrws', 'result = a->b; s: code.caches'),
    ('FETCH_PROP_IS', 'rrws', 'result = a->b ?? null, silently'),
    ('ASSIGN_PROP', 'rrrs', 'a->b = c'),
    ('ISSET_PROP', 'rrwn', 'isset(a->b); n = 1: empty'),
    ('FETCH_STATIC_PROP', 'srwn', 'result = class::$b; n = 1: silently'),
    ('FETCH_CLASS_CONST', 'srw-', 'result = class::b'),
    ('FETCH_CLASS_NAME', 'sw--', 'result = class::class'),
    ('OBJECT_CLASS_NAME', 'rw--', 'result = $a::class'),
    ('INSTANCEOF', 'rsw-', 'result = a instanceof class'),
    ('INSTANCEOF_DYNAMIC', 'rrw-', 'result = a instanceof b'),
    ('CLONE', 'rw--', 'result = clone a'),
    ('MAKE_CLOSURE', 'sbnw', 'result = closure of code.functions[s]; bound values from slot b on'),
    ('FIRST_CLASS_CALLABLE', 'bw--', 'result = closure of the callee in slot b'),
    # the rest
    ('FETCH_CONST', 'sw--', 'result = constant of code.constants[s]'),
    ('FETCH_VAR', 'rwn-', '$$a; n = 1: silently, 2: $GLOBALS[a]'),
    ('FETCH_GLOBALS', 'w---', 'result = $GLOBALS as an array'),
    ('ECHO', 'r---', 'writes a'),
    ('INCLUDE', 'rwn-', 'result = include a; n of ast.INCLUDE_NAMES'),
    ('EVAL', 'rw--', 'result = eval(a)'),
    ('EXIT', 'r---', 'exit(a); UNUSED_KEY: without a value'),
    ('SILENCE', 'w---', 'saves and lowers error_reporting'),
    ('SILENCE_END', 't---', 'restores it'),
    ('THROW', 'r---', 'throws a'),
    ('CATCH', 'tsvj', 'if the exception in t is of code.catches[s], assigns it to v (or UNUSED); otherwise jumps'),
    ('RETHROW', 't---', 'throws what t holds on'),
    ('CHAIN_PREVIOUS', 'tt--', 'the exception in the first becomes the last "previous" of that in the second (kept)'),
    ('CALL_FINALLY', 'wwj-', 'first = where to go on, second (the pending exception) = none; jumps to a finally block'),
    ('END_FINALLY', 'tt--', 'throws the exception in the first, or goes on where the second says'),
    ('MATCH_ERROR', 'r---', 'no arm of a match fits'),
    ('DECLARE_FUNCTION', 's---', 'declares code.functions[s]'),
    ('DECLARE_CLASS', 's---', 'declares code.class_declarations[s]'),
    ('DECLARE_CONST', 'rr--', 'const a = b'),
    ('STATEMENT', '----', 'a statement begins (only in code compiled for the debugger)'),
    ('UNSUPPORTED', 's---', 'a fatal error: code.names[s] is not executed yet'),
]

NAMES = [row[0] for row in OPCODES]
KINDS = [row[1] for row in OPCODES]
UNUSED_KEY = -(1 << 40)

# operand n of FETCH_DIMS
DIMS_READ = 0
DIMS_QUIETLY = 1
DIMS_ISSET = 2

# operand n of CAST: what a value becomes
CAST_INT = 0
CAST_FLOAT = 1
CAST_STRING = 2
CAST_ARRAY = 3
CAST_OBJECT = 4
CAST_BOOL = 5

for _number, _name in enumerate(NAMES):
    assert _name not in globals(), _name
    globals()[_name] = _number
    assert len(KINDS[_number]) == 4, _name
