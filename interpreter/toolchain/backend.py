"""The build backend of pyproject.toml: setuptools', with two things put right.

An editable install by setuptools finds a package whose folder is the root of the tree through a
module that costs every start of Python 14 ms. Here it is one line of a .pth file, the same that
main.py does in place. And a wheel never holds a module that the tree has lost since the last one.
"""

import base64
import hashlib
import os
import shutil
import zipfile

from setuptools import build_meta
from setuptools.build_meta import (  # noqa: F401 - hooks that pip calls
    build_sdist,
    get_requires_for_build_editable,
    get_requires_for_build_sdist,
    get_requires_for_build_wheel,
    prepare_metadata_for_build_editable,
    prepare_metadata_for_build_wheel,
)

PATH_FILE = "__editable__.hippy.pth"


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    """PEP 517; returns the wheel's file name."""
    # setuptools copies into build/lib and packs whatever it finds there, from earlier builds too.
    shutil.rmtree(os.path.join("build", "lib"), ignore_errors=True)
    return build_meta.build_wheel(wheel_directory, config_settings, metadata_directory)


def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    """PEP 660; returns the wheel's file name."""
    name = build_meta.build_editable(wheel_directory, config_settings, metadata_directory)
    repack(os.path.join(wheel_directory, name), registration(os.getcwd()))
    return name


def registration(root):
    """The .pth line that makes `hippy` importable from root, whatever locale Python starts in."""
    return (
        "import os, sys; package = type(sys)('hippy'); "
        f"package.__path__ = [os.fsdecode({os.fsencode(root)!a})]; sys.modules['hippy'] = package\n"
    )


def repack(wheel, path_line):
    """Keeps a wheel's metadata and replaces all it would install by PATH_FILE."""
    with zipfile.ZipFile(wheel) as old:
        files = {name: old.read(name) for name in old.namelist() if ".dist-info/" in name}
    record = next(name for name in files if name.endswith(".dist-info/RECORD"))
    del files[record]
    files[PATH_FILE] = path_line.encode()
    rows = [f"{name},{record_hash(data)},{len(data)}\n" for name, data in files.items()]
    files[record] = "".join([*rows, f"{record},,\n"]).encode()
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in files.items():
            new.writestr(name, data)


def record_hash(data):
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=")
    return f"sha256={digest.decode()}"
