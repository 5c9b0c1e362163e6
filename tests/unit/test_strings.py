"""PHP strings and the byte-string helpers under them."""

from __future__ import annotations

import random

import pytest

from hippy.interpreter.objects import strings
from hippy.interpreter.objects.strings import (
    W_Str,
    W_StrBuf,
    W_StrConst,
    append,
    char_str,
    concat,
    int_key_of,
    is_int_key_str,
    join_rope,
    new_str,
    str_cmp,
    str_eq,
    w_empty_str,
    with_char,
)
from hippy.interpreter.rlib import strings as bytestrings
from hippy.interpreter.rlib.strings import StrBuf, StringBuilder

INT_KEYS = ["0", "1", "12", "-1", "-90", "9223372036854775807", "-9223372036854775808"]
OTHER_KEYS = [
    "", "-", "-0", "00", "012", "-01", "1a", "a", " 1", "1 ", "+1", "1.0", "0x1",
    "9223372036854775808", "-9223372036854775809", "10000000000000000000", "1" * 40,
]  # fmt: skip


@pytest.mark.parametrize("key", INT_KEYS)
def test_canonical_decimals_are_int_keys(key: str) -> None:
    assert is_int_key_str(key)
    assert int_key_of(key) == int(key)
    w_buf = buffered(key)
    assert w_buf.is_int_key()
    assert w_buf.int_key_value() == int(key)
    assert new_str(key).int_key_value() == int(key)


@pytest.mark.parametrize("key", OTHER_KEYS)
def test_other_strings_are_no_int_keys(key: str) -> None:
    assert not is_int_key_str(key)
    assert not new_str(key).is_int_key()
    assert not buffered(key).is_int_key()


def buffered(s: str) -> W_StrBuf:
    buf = StrBuf(1)
    buf.append(s)
    buf.append("behind")
    return W_StrBuf(buf, len(s))


def test_flyweights() -> None:
    assert new_str("") is w_empty_str
    assert new_str("x") is char_str("x")
    assert new_str("\xff") is char_str("\xff")
    assert new_str("xy") is not new_str("xy")
    assert new_str("xy").numeric is None


def test_appending_never_changes_what_was_seen() -> None:
    rnd = random.Random(3)
    values: list[tuple[W_Str, str]] = [(w_empty_str, "")]
    for _ in range(3000):
        w_left, left = rnd.choice(values[-4:])
        w_right, right = rnd.choice(values)
        if rnd.random() < 0.7 or len(left) + len(right) > 5000:
            right = rnd.choice(["", "a", "bc", "d" * 50, "\x00\xff"])
            w_right = new_str(right)
        if len(left) > 8000:
            w_left, left = w_empty_str, ""
        join = rnd.choice([append, append, concat])
        values.append((join(w_left, w_right), left + right))
    assert any(isinstance(w, W_StrBuf) for w, _ in values)
    for w_str, s in values:
        assert w_str.length() == len(s)
        if s:
            at = rnd.randrange(len(s))
            assert w_str.char_at(at) == s[at]
            assert w_str.slice(at, len(s)) == s[at:]
        assert w_str.as_str() == s


def test_appending_is_in_place() -> None:
    w_str = new_str("x" * 200)
    w_str = append(w_str, new_str("y"))
    w_before = w_str
    for _ in range(100):
        w_str = append(w_str, new_str("z"))
    assert w_str.buf is w_before.buf
    w_other = append(w_before, new_str("!"))
    assert w_other.buf is not w_before.buf
    assert w_str.as_str() == "x" * 200 + "y" + "z" * 100
    w_twice = append(w_str, w_str)
    assert w_twice.buf is w_str.buf
    assert w_twice.as_str() == w_str.as_str() * 2


def test_short_results_are_plain() -> None:
    assert isinstance(append(new_str("ab"), new_str("c")), W_StrConst)
    assert isinstance(concat(new_str("a" * 500), new_str("c" * 500)), W_StrConst)
    assert append(new_str("ab"), w_empty_str).as_str() == "ab"


def test_join_rope() -> None:
    assert join_rope([]) is w_empty_str
    assert join_rope([w_empty_str, char_str("a"), w_empty_str]) is char_str("a")
    w_str = join_rope([new_str("ab"), buffered("cd"), new_str("e")])
    assert w_str.as_str() == "abcde"


def test_comparison() -> None:
    words = ["", "a", "ab", "b", "\x00", "\xff", "abc" * 50]
    for left in words:
        for right in words:
            for w_left in (new_str(left), buffered(left)):
                for w_right in (new_str(right), buffered(right)):
                    assert str_eq(w_left, w_right) == (left == right)
                    assert str_cmp(w_left, w_right) == (left > right) - (left < right)


def test_with_char() -> None:
    assert with_char(new_str("abc"), 1, "X").as_str() == "aXc"
    assert with_char(new_str("abc"), 3, "X").as_str() == "abcX"
    assert with_char(buffered("abc"), 5, "X").as_str() == "abc  X"
    assert with_char(w_empty_str, 0, "X") is char_str("X")


def test_builder_and_buffer() -> None:
    builder = StringBuilder(4)
    builder.append("ab")
    builder.append_slice("xyz", 1, 3)
    builder.append_multiple_char("-", 3)
    assert builder.getlength() == 7
    assert builder.build() == "abyz---"
    buf = StrBuf(3)
    buf.append("ab")
    buf.append_char("\xff")
    assert buf.used == 3
    buf.append_slice("xyz", 1, 2)
    buf.append_buf(buf, 2)
    buf.append_fill(" ", 2)
    buf.set(0, "A")
    assert buf.get(2) == "\xff"
    assert buf.slice(1, 4) == "b\xffy"
    assert buf.take() == "Ab\xffyab  "


def test_case_is_ascii_only() -> None:
    every = "".join(chr(code) for code in range(256))
    lower = every.encode("latin-1").lower().decode("latin-1")
    upper = every.encode("latin-1").upper().decode("latin-1")
    assert bytestrings.ascii_lower(every) == lower
    assert bytestrings.ascii_upper(every) == upper
    assert bytestrings.equal_icase(lower, every)
    assert not bytestrings.equal_icase("a", "ab")
    same = "no change \xc0"
    assert bytestrings.ascii_lower(same) is same


def test_character_classes_are_ascii() -> None:
    for code in range(256):
        c, b = chr(code), bytes([code])
        assert bytestrings.is_digit(c) == b.isdigit()
        assert bytestrings.is_alpha(c) == b.isalpha()
        assert bytestrings.is_alnum(c) == b.isalnum()
        assert bytestrings.is_space(c) == b.isspace()
        assert bytestrings.is_upper(c) == b.isupper()
        assert bytestrings.is_lower(c) == b.islower()
        assert bytestrings.is_xdigit(c) == (c in "0123456789abcdefABCDEF")
        if bytestrings.is_xdigit(c):
            assert bytestrings.hex_value(c) == int(c, 16)
        else:
            assert bytestrings.hex_value(c) == -1


def test_searching() -> None:
    assert bytestrings.find("abcabc", "c", 3) == 5
    assert bytestrings.find("abc", "", 3) == 3
    assert bytestrings.find("abc", "", 4) == -1
    assert bytestrings.find("abc", "x", 0) == -1
    assert bytestrings.find("aab" * 100 + "aac", "aac", 0) == 300
    assert bytestrings.find("abc", "c", 3) == -1
    assert bytestrings.find("ab", "abc", 0) == -1
    assert bytestrings.rfind("abcabc", "bc", 0, 6) == 4
    assert bytestrings.rfind("abcabc", "bc", 0, 5) == 1
    assert bytestrings.rfind("abc", "b", 2, 1) == -1
    assert bytestrings.count_of("aaaa", "aa") == 2
    assert bytestrings.replace("aXbXXc", "X", "--") == "a--b----c"
    assert bytestrings.replace("abc", "X", "-") == "abc"
    assert bytestrings.split("a,b,,c", ",") == ["a", "b", "", "c"]
    assert bytestrings.split("", ",") == [""]
    assert bytestrings.starts_with("abc", "ab")
    assert not bytestrings.starts_with("a", "ab")
    assert bytestrings.ends_with("abc", "bc")
    assert not bytestrings.ends_with("c", "bc")
    assert bytestrings.matches_at("abcd", 1, "bc")
    assert bytestrings.strip_ascii(" \t\n\v\f\rab \xa0 ") == "ab \xa0"
    assert bytestrings.strip_ascii("  ") == ""
    assert bytestrings.reversed_str("abc") == "cba"
    assert bytestrings.repeated("ab", 3) == "ababab"
    assert bytestrings.compare("a\xff", "a\x00") == 1
    assert bytestrings.equal("x" * 40, "x" * 40)
    assert not bytestrings.equal("x" * 40, "x" * 39 + "y")


def test_integer_limits_match_the_string_form() -> None:
    rnd = random.Random(5)
    for _ in range(2000):
        value = rnd.randrange(-(2**64), 2**64) >> rnd.randrange(64)
        assert is_int_key_str(str(value)) == (-(2**63) <= value < 2**63)
        if -(2**63) <= value < 2**63:
            assert strings.int_key_of(str(value)) == value
