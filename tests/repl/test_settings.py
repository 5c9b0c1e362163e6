"""The settings: what the file may say, and what is said of mistakes in it."""

from __future__ import annotations

import pytest

from hippy.repl.settings import SettingError, Settings, read_settings, settings_path


def test_file(tmp_path):
    path = tmp_path / "repl.toml"
    path.write_text('editing = "vi"   # as always\ndepth = 5\nautoclose = true\n')
    settings, mistakes = read_settings(str(path))
    assert (settings.editing, settings.depth, settings.autoclose) == ("vi", 5, True)
    assert (settings.paging, mistakes) == (True, [])


def test_no_file(tmp_path):
    assert read_settings(str(tmp_path / "none")) == (Settings(), [])


@pytest.mark.parametrize(("text", "expected"), [
    ('depth = 4\n\nediting = "vim"\n', ["3: editing is emacs or vi"]),
    ("deph = 4\n", ["1: there is no setting deph; did you mean depth?"]),
    ("depth = 0\nautoclose = 1\n",
     ["1: depth is a number, at least 1", "2: autoclose is on or off (true or false in the file)"]),
    ("depth = true\n", ["1: depth is a number, at least 1"]),
    ("history = 1\ndepth = = 2\n", ["2: depth: Invalid value"]),
    ('startup = "x', ["1: startup: Unterminated string"]),
    ("# one\n[depth]\nx = 1\n", ["2: depth is a number, at least 1"]),
])
def test_mistakes(tmp_path, text, expected):
    path = tmp_path / "repl.toml"
    path.write_text(text)
    assert read_settings(str(path))[1] == [f"{path}:{mistake}" for mistake in expected]


def test_what_is_no_text(tmp_path):
    path = tmp_path / "repl.toml"
    path.write_bytes(b"depth = 4\n# \xff\n")
    assert read_settings(str(path)) == (Settings(), [f"{path}:2: not UTF-8"])
    assert read_settings(str(tmp_path)) == (Settings(), [f"{tmp_path}: Is a directory"])


def test_what_is_typed():
    settings = Settings()
    settings.put_text("autoclose", "ON")
    settings.put_text("depth", "7")
    settings.put_text("startup", "7")
    assert (settings.autoclose, settings.depth, settings.startup) == (True, 7, "7")
    with pytest.raises(SettingError, match="autoclose is on or off"):
        settings.put_text("autoclose", "maybe")
    with pytest.raises(SettingError, match="there is no setting put; there are editing, "):
        settings.put_text("put", "1")


def test_place(monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", "/c")
    assert settings_path() == "/c/hippy/repl.toml"
    monkeypatch.setenv("XDG_CONFIG_HOME", "")
    monkeypatch.setenv("HOME", "/h")
    assert settings_path() == "/h/.config/hippy/repl.toml"
