"""Kinds of tokens, how they are spelled, and how PHP's messages name them.

A token of one character has that character's code as its kind. The multi-character kinds bear the
names that PHP's tokenizer gives them (PHP manual, "List of Parser Tokens"). `<?=` is a T_ECHO and
`?>` a SEMICOLON, told apart by their text.
"""

from __future__ import absolute_import

END = 0

QUOTE = ord('"')
DOLLAR = ord('$')
PERCENT = ord('%')
LPAREN = ord('(')
RPAREN = ord(')')
STAR = ord('*')
PLUS = ord('+')
COMMA = ord(',')
MINUS = ord('-')
DOT = ord('.')
SLASH = ord('/')
COLON = ord(':')
SEMICOLON = ord(';')
LESS = ord('<')
EQUALS = ord('=')
GREATER = ord('>')
QUESTION = ord('?')
AT = ord('@')
LBRACKET = ord('[')
RBRACKET = ord(']')
CARET = ord('^')
BACKQUOTE = ord('`')
LBRACE = ord('{')
PIPE = ord('|')
RBRACE = ord('}')
TILDE = ord('~')
BANG = ord('!')

T_LNUMBER = 256
T_DNUMBER = 257
T_STRING = 258
T_NAME_FULLY_QUALIFIED = 259
T_NAME_RELATIVE = 260
T_NAME_QUALIFIED = 261
T_VARIABLE = 262
T_INLINE_HTML = 263
T_ENCAPSED_AND_WHITESPACE = 264
T_CONSTANT_ENCAPSED_STRING = 265
T_STRING_VARNAME = 266
T_NUM_STRING = 267
T_START_HEREDOC = 268
T_END_HEREDOC = 269
T_BAD_CHARACTER = 270
T_ERROR = 271
T_INCLUDE = 272
T_INCLUDE_ONCE = 273
T_EVAL = 274
T_REQUIRE = 275
T_REQUIRE_ONCE = 276
T_LOGICAL_OR = 277
T_LOGICAL_XOR = 278
T_LOGICAL_AND = 279
T_PRINT = 280
T_YIELD = 281
T_INSTANCEOF = 282
T_NEW = 283
T_CLONE = 284
T_EXIT = 285
T_IF = 286
T_ELSEIF = 287
T_ELSE = 288
T_ENDIF = 289
T_ECHO = 290
T_DO = 291
T_WHILE = 292
T_ENDWHILE = 293
T_FOR = 294
T_ENDFOR = 295
T_FOREACH = 296
T_ENDFOREACH = 297
T_DECLARE = 298
T_ENDDECLARE = 299
T_AS = 300
T_SWITCH = 301
T_ENDSWITCH = 302
T_CASE = 303
T_DEFAULT = 304
T_MATCH = 305
T_BREAK = 306
T_CONTINUE = 307
T_GOTO = 308
T_FUNCTION = 309
T_FN = 310
T_CONST = 311
T_RETURN = 312
T_TRY = 313
T_CATCH = 314
T_FINALLY = 315
T_THROW = 316
T_USE = 317
T_INSTEADOF = 318
T_GLOBAL = 319
T_VAR = 320
T_UNSET = 321
T_ISSET = 322
T_EMPTY = 323
T_CLASS = 324
T_TRAIT = 325
T_INTERFACE = 326
T_ENUM = 327
T_EXTENDS = 328
T_IMPLEMENTS = 329
T_NAMESPACE = 330
T_LIST = 331
T_ARRAY = 332
T_CALLABLE = 333
T_LINE = 334
T_FILE = 335
T_DIR = 336
T_CLASS_C = 337
T_TRAIT_C = 338
T_METHOD_C = 339
T_FUNC_C = 340
T_NS_C = 341
T_STATIC = 342
T_ABSTRACT = 343
T_FINAL = 344
T_PRIVATE = 345
T_PROTECTED = 346
T_PUBLIC = 347
T_READONLY = 348
T_HALT_COMPILER = 349
T_YIELD_FROM = 350
T_ATTRIBUTE = 351
T_PLUS_EQUAL = 352
T_MINUS_EQUAL = 353
T_MUL_EQUAL = 354
T_DIV_EQUAL = 355
T_CONCAT_EQUAL = 356
T_MOD_EQUAL = 357
T_AND_EQUAL = 358
T_OR_EQUAL = 359
T_XOR_EQUAL = 360
T_SL_EQUAL = 361
T_SR_EQUAL = 362
T_POW_EQUAL = 363
T_COALESCE_EQUAL = 364
T_BOOLEAN_OR = 365
T_BOOLEAN_AND = 366
T_IS_EQUAL = 367
T_IS_NOT_EQUAL = 368
T_IS_IDENTICAL = 369
T_IS_NOT_IDENTICAL = 370
T_IS_SMALLER_OR_EQUAL = 371
T_IS_GREATER_OR_EQUAL = 372
T_SPACESHIP = 373
T_SL = 374
T_SR = 375
T_INC = 376
T_DEC = 377
T_INT_CAST = 378
T_DOUBLE_CAST = 379
T_STRING_CAST = 380
T_ARRAY_CAST = 381
T_OBJECT_CAST = 382
T_BOOL_CAST = 383
T_UNSET_CAST = 384
T_OBJECT_OPERATOR = 385
T_NULLSAFE_OBJECT_OPERATOR = 386
T_DOUBLE_ARROW = 387
T_DOLLAR_OPEN_CURLY_BRACES = 388
T_CURLY_OPEN = 389
T_PAAMAYIM_NEKUDOTAYIM = 390
T_NS_SEPARATOR = 391
T_ELLIPSIS = 392
T_COALESCE = 393
T_POW = 394
T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG = 395
T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG = 396

KIND_COUNT = 397

# Tokens of many forms: what messages call them.
DESCRIPTIONS = [
    (T_LNUMBER, 'integer'),
    (T_DNUMBER, 'floating-point number'),
    (T_STRING, 'identifier'),
    (T_NAME_FULLY_QUALIFIED, 'fully qualified name'),
    (T_NAME_RELATIVE, 'namespace-relative name'),
    (T_NAME_QUALIFIED, 'namespaced name'),
    (T_VARIABLE, 'variable'),
    (T_INLINE_HTML, 'T_INLINE_HTML'),
    (T_ENCAPSED_AND_WHITESPACE, 'string content'),
    (T_CONSTANT_ENCAPSED_STRING, 'quoted string'),
    (T_STRING_VARNAME, 'variable name'),
    (T_NUM_STRING, 'number'),
    (T_START_HEREDOC, 'heredoc start'),
    (T_END_HEREDOC, 'heredoc end'),
    (T_BAD_CHARACTER, 'invalid character'),
    (T_ERROR, 'T_ERROR'),
]

# Words, in any case. Those before T_STATIC may name a member or an alias, those before
# T_HALT_COMPILER a member.
KEYWORD_ROWS = [
    (T_INCLUDE, 'include'),
    (T_INCLUDE_ONCE, 'include_once'),
    (T_EVAL, 'eval'),
    (T_REQUIRE, 'require'),
    (T_REQUIRE_ONCE, 'require_once'),
    (T_LOGICAL_OR, 'or'),
    (T_LOGICAL_XOR, 'xor'),
    (T_LOGICAL_AND, 'and'),
    (T_PRINT, 'print'),
    (T_YIELD, 'yield'),
    (T_INSTANCEOF, 'instanceof'),
    (T_NEW, 'new'),
    (T_CLONE, 'clone'),
    (T_EXIT, 'exit'),
    (T_IF, 'if'),
    (T_ELSEIF, 'elseif'),
    (T_ELSE, 'else'),
    (T_ENDIF, 'endif'),
    (T_ECHO, 'echo'),
    (T_DO, 'do'),
    (T_WHILE, 'while'),
    (T_ENDWHILE, 'endwhile'),
    (T_FOR, 'for'),
    (T_ENDFOR, 'endfor'),
    (T_FOREACH, 'foreach'),
    (T_ENDFOREACH, 'endforeach'),
    (T_DECLARE, 'declare'),
    (T_ENDDECLARE, 'enddeclare'),
    (T_AS, 'as'),
    (T_SWITCH, 'switch'),
    (T_ENDSWITCH, 'endswitch'),
    (T_CASE, 'case'),
    (T_DEFAULT, 'default'),
    (T_MATCH, 'match'),
    (T_BREAK, 'break'),
    (T_CONTINUE, 'continue'),
    (T_GOTO, 'goto'),
    (T_FUNCTION, 'function'),
    (T_FN, 'fn'),
    (T_CONST, 'const'),
    (T_RETURN, 'return'),
    (T_TRY, 'try'),
    (T_CATCH, 'catch'),
    (T_FINALLY, 'finally'),
    (T_THROW, 'throw'),
    (T_USE, 'use'),
    (T_INSTEADOF, 'insteadof'),
    (T_GLOBAL, 'global'),
    (T_VAR, 'var'),
    (T_UNSET, 'unset'),
    (T_ISSET, 'isset'),
    (T_EMPTY, 'empty'),
    (T_CLASS, 'class'),
    (T_TRAIT, 'trait'),
    (T_INTERFACE, 'interface'),
    (T_ENUM, 'enum'),
    (T_EXTENDS, 'extends'),
    (T_IMPLEMENTS, 'implements'),
    (T_NAMESPACE, 'namespace'),
    (T_LIST, 'list'),
    (T_ARRAY, 'array'),
    (T_CALLABLE, 'callable'),
    (T_LINE, '__LINE__'),
    (T_FILE, '__FILE__'),
    (T_DIR, '__DIR__'),
    (T_CLASS_C, '__CLASS__'),
    (T_TRAIT_C, '__TRAIT__'),
    (T_METHOD_C, '__METHOD__'),
    (T_FUNC_C, '__FUNCTION__'),
    (T_NS_C, '__NAMESPACE__'),
    (T_STATIC, 'static'),
    (T_ABSTRACT, 'abstract'),
    (T_FINAL, 'final'),
    (T_PRIVATE, 'private'),
    (T_PROTECTED, 'protected'),
    (T_PUBLIC, 'public'),
    (T_READONLY, 'readonly'),
    (T_HALT_COMPILER, '__halt_compiler'),
    (T_YIELD_FROM, 'yield from'),
]

# Tokens of one form.
OPERATOR_ROWS = [
    (T_ATTRIBUTE, '#['),
    (T_PLUS_EQUAL, '+='),
    (T_MINUS_EQUAL, '-='),
    (T_MUL_EQUAL, '*='),
    (T_DIV_EQUAL, '/='),
    (T_CONCAT_EQUAL, '.='),
    (T_MOD_EQUAL, '%='),
    (T_AND_EQUAL, '&='),
    (T_OR_EQUAL, '|='),
    (T_XOR_EQUAL, '^='),
    (T_SL_EQUAL, '<<='),
    (T_SR_EQUAL, '>>='),
    (T_POW_EQUAL, '**='),
    (T_COALESCE_EQUAL, '??='),
    (T_BOOLEAN_OR, '||'),
    (T_BOOLEAN_AND, '&&'),
    (T_IS_EQUAL, '=='),
    (T_IS_NOT_EQUAL, '!='),
    (T_IS_IDENTICAL, '==='),
    (T_IS_NOT_IDENTICAL, '!=='),
    (T_IS_SMALLER_OR_EQUAL, '<='),
    (T_IS_GREATER_OR_EQUAL, '>='),
    (T_SPACESHIP, '<=>'),
    (T_SL, '<<'),
    (T_SR, '>>'),
    (T_INC, '++'),
    (T_DEC, '--'),
    (T_INT_CAST, '(int)'),
    (T_DOUBLE_CAST, '(double)'),
    (T_STRING_CAST, '(string)'),
    (T_ARRAY_CAST, '(array)'),
    (T_OBJECT_CAST, '(object)'),
    (T_BOOL_CAST, '(bool)'),
    (T_UNSET_CAST, '(unset)'),
    (T_OBJECT_OPERATOR, '->'),
    (T_NULLSAFE_OBJECT_OPERATOR, '?->'),
    (T_DOUBLE_ARROW, '=>'),
    (T_DOLLAR_OPEN_CURLY_BRACES, '${'),
    (T_CURLY_OPEN, '{$'),
    (T_PAAMAYIM_NEKUDOTAYIM, '::'),
    (T_NS_SEPARATOR, '\\'),
    (T_ELLIPSIS, '...'),
    (T_COALESCE, '??'),
    (T_POW, '**'),
    (T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG, '&'),
    (T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG, '&'),
]

# Other spellings of keywords.
KEYWORD_ALIASES = [('die', T_EXIT)]

# What may stand in the parentheses of a cast.
CASTS = {
    'int': T_INT_CAST, 'integer': T_INT_CAST,
    'float': T_DOUBLE_CAST, 'double': T_DOUBLE_CAST, 'real': T_DOUBLE_CAST,
    'string': T_STRING_CAST, 'binary': T_STRING_CAST,
    'array': T_ARRAY_CAST, 'object': T_OBJECT_CAST,
    'bool': T_BOOL_CAST, 'boolean': T_BOOL_CAST,
    'unset': T_UNSET_CAST,
}


def _keywords():
    "NOT_RPYTHON"
    table = dict(KEYWORD_ALIASES)
    for kind, text in KEYWORD_ROWS:
        if kind != T_YIELD_FROM:
            table[text.lower()] = kind
    return table


def _texts(rows):
    "NOT_RPYTHON: a list from kinds to texts, None for the others."
    texts = [None] * KIND_COUNT
    for kind, text in rows:
        texts[kind] = text
    return texts


def _names():
    "NOT_RPYTHON: a list from kinds to the names that token dumps show."
    names = [''] * KIND_COUNT
    for kind in range(33, 127):
        names[kind] = chr(kind)
    names[END] = 'END'
    for name, kind in globals().items():
        if name.startswith('T_'):
            names[kind] = name
    return names


def _flags(kinds):
    "NOT_RPYTHON"
    return [kind in kinds for kind in range(KIND_COUNT)]


KEYWORDS = _keywords()
NAMES = _names()
FIXED_TEXT = _texts(KEYWORD_ROWS + OPERATOR_ROWS
                    + [(kind, chr(kind)) for kind in range(33, 127)])
DESCRIPTION = _texts(DESCRIPTIONS)

# Keywords that may name a member, a constant of a class or an argument ...
IS_RESERVED = _flags([kind for kind, _text in KEYWORD_ROWS
                      if kind not in (T_HALT_COMPILER, T_YIELD_FROM)])
# ... and those that may also follow `as` in a trait's adaptations.
IS_RESERVED_NON_MODIFIER = _flags([kind for kind, _text in KEYWORD_ROWS
                                   if kind < T_STATIC])
