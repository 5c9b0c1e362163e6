"""Random calls of the builtin functions on our engine and on the reference: the same is printed.

HIPPY_SEED and HIPPY_PROGRAMS in the environment choose the first program and how many; a program
calls one function many times. HIPPY_FUNCTIONS names the functions, separated by spaces.
"""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from hippy.tests.differential.builtin_calls import Calls

SEED = int(os.environ.get("HIPPY_SEED", "1"))
PROGRAMS = int(os.environ.get("HIPPY_PROGRAMS", "40"))
SECONDS = 60
SIGNATURES = Path(__file__).parent.parent / "reference" / "signatures.txt"

# What these give depends on time, place, chance or the machine; or ends or silences the program.
UNPREDICTABLE = frozenset("""
    chgrp chown date date_default_timezone_get debug_backtrace debug_print_backtrace
    disk_free_space error_log exec extension_loaded fileatime filectime filegroup fileinode
    filemtime fileowner fileperms fpassthru fstat func_get_arg func_get_args func_num_args
    gc_collect_cycles gc_status get_declared_classes get_declared_interfaces get_declared_traits
    get_defined_constants get_defined_functions get_defined_vars get_included_files
    get_loaded_extensions get_object_vars get_required_files get_resources getdate getenv
    gethostname getlastmod getmypid getmyuid getrandmax gettimeofday gmdate hrtime idate
    ini_get_all lcg_value localtime lstat memory_get_peak_usage memory_get_usage
    memory_reset_peak_usage microtime mktime mt_rand mt_srand ob_clean ob_end_clean ob_end_flush
    ob_flush ob_get_clean ob_get_flush ob_implicit_flush ob_start passthru pclose php_uname
    phpinfo phpversion popen rand random_bytes random_int register_shutdown_function
    set_time_limit shell_exec sleep spl_object_hash spl_object_id srand stat strftime strtotime
    sys_get_temp_dir sys_getloadavg system tempnam time tmpfile uniqid usleep zend_version
""".split())
OBJECT_NUMBER = re.compile(rb"#\d+ \(")


def chosen() -> list[tuple[str, int]]:
    """(signature, seed) of each program."""
    asked = os.environ.get("HIPPY_FUNCTIONS", "").split()
    signatures = SIGNATURES.read_text().splitlines()
    if asked:
        found = [line for line in signatures if line.split("(")[0] in asked]
    else:
        found = [line for line in signatures if line.split("(")[0] not in UNPREDICTABLE]
    return [(found[number * 7919 % len(found)], number) for number in range(SEED, SEED + PROGRAMS)]


def name_of(value: object) -> str:
    return str(value).split("(")[0]


def outcome(
    argv: list[str], folder: Path, text: str, environment: dict[str, str] | None = None
) -> bytes:
    """What a program prints in an otherwise empty folder, without the numbers of objects."""
    folder.mkdir()
    (folder / "program.php").write_text(text)
    done = subprocess.run([*argv, "program.php"], cwd=folder, stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=SECONDS, env=environment, check=False)
    output = OBJECT_NUMBER.sub(b"#N (", done.stdout + done.stderr)
    return output.replace(str(folder).encode(), b"FOLDER") + b"\nstatus %d" % done.returncode


@pytest.mark.reference
@pytest.mark.parametrize(("signature", "seed"), chosen(), ids=name_of)
def test_function_does_what_the_reference_does(
    signature: str, seed: int, tmp_path: Path, engine_argv: list[str],
    engine_environment: dict[str, str], reference_argv: list[str],
) -> None:
    text = Calls(signature, seed).text
    ours = outcome(engine_argv, tmp_path / "ours", text, engine_environment)
    theirs = outcome([*reference_argv, "-d", "extension=ctype"], tmp_path / "theirs", text)
    assert ours.decode("latin-1") == theirs.decode("latin-1")
