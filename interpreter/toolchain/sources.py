"""The hash of the engine's sources, and the key under which a build is cached."""

import hashlib
import os

from hippy.interpreter.toolchain.engines import source_files


def source_hash(root: str) -> str:
    """64 hex digits over the names and bytes of the engine's source files under root."""
    digest = hashlib.sha256()
    for path, _ in source_files(root):
        name = os.path.relpath(path, root)
        with open(path, "rb") as file:
            content = file.read()
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def build_key(sources: str, rpython: str, flags: list[str], host: str) -> str:
    """The name of a build's cache folder: 16 hex digits over all that shapes the engine."""
    text = "\n".join([sources, rpython, *flags, host])
    return hashlib.sha256(text.encode()).hexdigest()[:16]
