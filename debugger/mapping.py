"""Where files of the machine that the program runs on lie here: by the beginnings of paths."""

from __future__ import annotations

import os
from dataclasses import dataclass
from urllib.parse import quote, unquote
from xml.etree.ElementTree import Element

FILE = "file://"


class BadMapping(Exception):
    """The text is no REMOTE=LOCAL; the message says why."""


@dataclass(frozen=True)
class Mapping:
    """Pairs of a folder there and the same folder here; the first that fits counts."""

    pairs: tuple[tuple[str, str], ...] = ()

    def local(self, path: str) -> str:
        return moved(path, self.pairs)

    def remote(self, path: str) -> str:
        return moved(path, tuple((here, there) for there, here in self.pairs))

    def localize(self, root: Element) -> None:
        """Makes the file names of a packet those of this machine."""
        for element in root.iter() if self.pairs else ():
            for name in ("filename", "fileuri"):
                uri = element.get(name, "")
                if uri.startswith(FILE):
                    path = unquote(uri[len(FILE):], errors="surrogateescape")
                    element.set(name, FILE + quote(self.local(path), errors="surrogateescape"))


def moved(path: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for old, new in pairs:
        if path == old or path.startswith(old.rstrip("/") + "/"):
            return new.rstrip("/") + path[len(old.rstrip("/")):]
    return path


def read_pair(text: str) -> tuple[str, str]:
    """REMOTE=LOCAL; raises BadMapping."""
    remote, equals, local = text.partition("=")
    if not equals or not remote.startswith("/") or not local:
        raise BadMapping("--map wants REMOTE=LOCAL, where REMOTE begins with /")
    if not os.path.isdir(local):
        raise BadMapping(f"--map: there is no folder {local}")
    return remote, os.path.realpath(local)
