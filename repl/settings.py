"""The settings: one table, the file that they are read from, and what may be typed for them.

The file is $XDG_CONFIG_HOME/hippy/repl.toml, a line `name = value` for each (XDG Base Directory
Specification; https://toml.io). What is wrong in it is told, and the session starts all the same.
"""

from __future__ import annotations

import dataclasses
import os
import re
from dataclasses import dataclass
from typing import Any

WORDS = {"on": True, "true": True, "yes": True, "off": False, "false": False, "no": False}


class SettingError(Exception):
    """There is no such setting, or it cannot have that value; the message says which and why."""


def setting(default: Any, help: str, choices: tuple[str, ...] = (), least: int = 0) -> Any:
    """A row of the table."""
    told = {"help": help, "choices": choices, "least": least}
    return dataclasses.field(default=default, metadata=told)


@dataclass
class Settings:
    """The table, with the values in force."""

    editing: str = setting("emacs", "The keys of the editor: emacs or vi.", ("emacs", "vi"))
    autoclose: bool = setting(False, "Type closing brackets and quotes along with opening ones.")
    color: bool = setting(True, "Colours.")
    suggestions: bool = setting(True, "Show in grey how the history goes on; Right takes it.")
    signatures: bool = setting(True, "Show the parameters of the call that is being typed.")
    depth: int = setting(3, "How deep nested values are shown.", least=1)
    children: int = setting(50, "How many elements of an array or object are shown.", least=1)
    length: int = setting(2000, "How many bytes of a string are shown.", least=1)
    history: int = setting(10000, "How many inputs of the history are read.")
    paging: bool = setting(True, "Show long answers of commands in $PAGER.")
    startup: str = setting("", "A PHP file to run at the start and after :reset.")
    autoload: bool = setting(False, "Run vendor/autoload.php of the current directory first.")

    def put(self, name: str, value: object) -> None:
        """Raises SettingError."""
        rows = {row.name: row for row in dataclasses.fields(self)}
        if name not in rows:
            import difflib

            close = difflib.get_close_matches(name, rows, 1)
            hint = f"did you mean {close[0]}?" if close else f"there are {', '.join(rows)}"
            raise SettingError(f"there is no setting {name}; {hint}")
        row = rows[name]
        if type(value) is not type(row.default):
            raise SettingError(f"{name} is {kind_of(row)}")
        if row.metadata["choices"] and value not in row.metadata["choices"]:
            raise SettingError(f"{name} is {kind_of(row)}")
        if type(value) is int and value < row.metadata["least"]:
            raise SettingError(f"{name} is {kind_of(row)}")
        setattr(self, name, value)

    def put_text(self, name: str, text: str) -> None:
        """As `put`, of what was typed."""
        default = getattr(Settings, name, None)
        value: object = text
        if isinstance(default, bool):
            value = WORDS.get(text.lower(), text)
        elif isinstance(default, int) and text.isascii() and text.isdigit():
            value = int(text)
        self.put(name, value)

    def rows(self) -> list[tuple[str, str, str]]:
        """Name, value and help of each."""
        return [(row.name, show(getattr(self, row.name)), row.metadata["help"])
                for row in dataclasses.fields(self)]


def kind_of(row: dataclasses.Field) -> str:
    """What a setting may be, in words."""
    if row.metadata["choices"]:
        return " or ".join(row.metadata["choices"])
    if isinstance(row.default, bool):
        return "on or off (true or false in the file)"
    if isinstance(row.default, int):
        return f"a number, at least {row.metadata['least']}"
    return "text, in quotation marks in the file"


def show(value: object) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    return str(value)


def settings_path() -> str:
    base = os.environ.get("XDG_CONFIG_HOME", "")
    if not os.path.isabs(base):
        base = os.path.join(os.path.expanduser("~"), ".config")
    return os.path.join(base, "hippy", "repl.toml")


def read_settings(path: str) -> tuple[Settings, list[str]]:
    """The settings of a file, which need not be there, and what is wrong in it."""
    settings = Settings()
    try:
        with open(path, "rb") as file:
            data = file.read()
    except (FileNotFoundError, NotADirectoryError):
        return settings, []
    except OSError as error:
        return settings, [f"{path}: {error.strerror}"]
    import tomllib

    try:
        text = data.decode("utf-8")
        values = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = data[:error.start].count(b"\n") + 1
        return settings, [f"{path}:{line}: not UTF-8"]
    except tomllib.TOMLDecodeError as error:
        return settings, [syntax_mistake(path, str(error), text)]
    mistakes = []
    for name, value in values.items():
        try:
            settings.put(name, value)
        except SettingError as error:
            mistakes.append(f"{path}:{line_of(text, name)}: {error}")
    return settings, mistakes


def syntax_mistake(path: str, message: str, text: str) -> str:
    """TOML's message with the line where our others have it, and the key there."""
    place = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)\Z", message)
    if place is None:
        return f"{path}: {message}"
    line = int(place[1] or text.count("\n") + 1)
    there = [*text.split("\n"), ""][line - 1].partition("=")[0].strip()
    return f"{path}:{line}: {there + ': ' if there else ''}{message[:place.start()]}"


def line_of(text: str, name: str) -> int:
    """The line on which a key or a table begins."""
    found = re.search(rf"^[ \t\[\"']*{re.escape(name)}\b", text, re.MULTILINE)
    return text[: found.start()].count("\n") + 1 if found else 1
