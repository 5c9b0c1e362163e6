"""Sources that are nearly PHP: real programs with bytes, words and halves changed at random."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
OWN_FOLDERS = ("tests/php", "examples", "bench")
LONGEST = 20_000        # bytes; of a longer program a part is taken

FILE_SECTION = re.compile(rb"--FILE--\n(.*?)(?:\n--[A-Z]+--\n|\Z)", re.DOTALL)
TOKEN = re.compile(
    rb"\$?[A-Za-z_\x80-\xff][\w\x80-\xff]*|\d[\w.]*|\s+|#\[|//[^\n]*|'(?:[^'\\]|\\.)*'"
    rb"|\"(?:[^\"\\]|\\.)*\"|<<<|[-+*/.%=!<>&|?:^]+|.", re.DOTALL)
WORDS = (
    b"static", b"abstract", b"readonly", b"final", b"class", b"function", b"fn", b"match", b"enum",
    b"yield", b"list(", b"namespace N;", b"use A as B;", b"&", b"...", b"?->", b"::", b"#[A]",
    b"[]",
    b"{", b"}", b"(", b")", b"$this", b"$GLOBALS", b"self", b"parent", b"new", b"unset(", b"isset(",
    b"break 2;", b"goto a;", b"declare(strict_types=1);", b"<<<X\n", b"\nX;", b"\"", b"'", b"`",
    b"?>", b"<?php ", b"__halt_compiler();", b"int|null", b"A&B", b"= null", b"${a}",
    b"\x00", b"\xff",
)


def programs(folder: Path | None) -> list[bytes]:
    """The PHP programs of a folder, or our own: whole files, and the FILE sections of tests."""
    folders = [folder] if folder is not None else [ROOT / name for name in OWN_FOLDERS]
    found = []
    for top in folders:
        for path in sorted(top.rglob("*")):
            if path.suffix == ".php":
                found.append(path.read_bytes()[:LONGEST])
            elif path.suffix == ".phpt":
                section = FILE_SECTION.search(path.read_bytes())
                if section is not None:
                    found.append(section.group(1)[:LONGEST])
    return found


def mutants(sources: list[bytes], seed: int) -> Iterator[bytes]:
    """One after the other for ever, the same for the same seed."""
    rng = random.Random(seed)
    while True:
        source = rng.choice(sources)
        for _ in range(rng.choice((1, 1, 1, 2, 3, 8))):
            source = rng.choice(CHANGES)(rng, source, rng.choice(sources))
        yield source[:2 * LONGEST]


def change_bytes(rng: random.Random, source: bytes, other: bytes) -> bytes:
    changed = bytearray(source)
    for _ in range(rng.randint(1, 4)):
        if changed:
            place = rng.randrange(len(changed))
            flipped = changed[place] ^ (1 << rng.randrange(8))
            changed[place] = rng.choice((flipped, rng.randrange(256)))
    return bytes(changed)


def cut_bytes(rng: random.Random, source: bytes, other: bytes) -> bytes:
    start = rng.randint(0, len(source))
    return source[:start] + source[start + rng.randint(1, 30):]


def truncate(rng: random.Random, source: bytes, other: bytes) -> bytes:
    return source[:rng.randint(0, len(source))]


def splice(rng: random.Random, source: bytes, other: bytes) -> bytes:
    return source[:rng.randint(0, len(source))] + other[rng.randint(0, len(other)):]


def change_tokens(rng: random.Random, source: bytes, other: bytes) -> bytes:
    """Some words deleted, doubled, swapped, replaced or put in, also from another program."""
    tokens = TOKEN.findall(source)
    others = TOKEN.findall(other) or [b" "]
    for _ in range(rng.randint(1, 3)):
        if len(tokens) < 2:
            break
        place = rng.randrange(len(tokens))
        second = rng.randrange(len(tokens))
        kind = rng.randrange(7)
        if kind == 0:
            del tokens[place]
        elif kind == 1:
            tokens.insert(place, tokens[place])
        elif kind == 2:
            tokens[place], tokens[second] = tokens[second], tokens[place]
        elif kind == 3:
            tokens.insert(place, rng.choice(others))
        elif kind == 4:
            tokens[place] = rng.choice(others)
        elif kind == 5:
            tokens.insert(place, b" " + rng.choice(WORDS) + b" ")
        else:
            start = rng.randrange(len(others))
            tokens[place:place] = others[start:start + rng.randint(2, 12)]
    return b"".join(tokens)


def repeat(rng: random.Random, source: bytes, other: bytes) -> bytes:
    """A few tokens many times over."""
    tokens = TOKEN.findall(source)
    if not tokens:
        return source
    start = rng.randrange(len(tokens))
    end = start + rng.randint(1, 4)
    return b"".join(tokens[:start] + tokens[start:end] * rng.choice((3, 30, 300)) + tokens[end:])


CHANGES = (change_bytes, cut_bytes, truncate, splice, change_tokens, change_tokens, change_tokens,
           change_tokens, repeat)
