"""hippy's command line against PHP's: what each option does, what the program is told of it."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path

import pytest

from hippy.interpreter.command_line import Options, parse_arguments

SHOW = "<?php echo basename(__FILE__), ' ', json_encode($argv), $argc;"
FILES = {
    "show.php": SHOW,
    "wrong.php": "<?php\n\necho 1 +;",
    "exit.php": "<?php echo 'bye'; exit(3);",
    "throw.php": "<?php throw new Exception('no');",
    "plain.txt": "no PHP\n",
    "shebang.php": "#!/usr/bin/env php\n<?php echo __LINE__;",
    "lines.php": "<?php while (($line = fgets(STDIN)) !== false) echo \"got $line\";",
    "third.php": "<?php echo 1 / 3;",
}
CODE = "Standard input code"
NO_ERRORS = "No syntax errors detected in show.php\n"
ERRORS = '\nParse error: syntax error, unexpected token ";" in %s\nErrors parsing %s\n'
# words, standard input, exit status, output
RUNS = [
    ("show.php x -r -- y", "", 0, 'show.php ["show.php","x","-r","--","y"]5'),
    ("show.php -- x", "", 0, 'show.php ["show.php","--","x"]3'),
    ("-f show.php x -d", "", 0, 'show.php ["show.php","x","-d"]3'),
    ("-f show.php -- -d", "", 0, 'show.php ["show.php","-d"]2'),
    ("-fshow.php x", "", 0, 'show.php ["show.php","x"]2'),
    ("--file=show.php", "", 0, 'show.php ["show.php"]1'),
    ("-r echo($argv[1].$argv[0]); x -y", "", 0, f"x{CODE}"),
    ("-r echo($argv[1]); -- -y", "", 0, "-y"),
    ("-recho(1);", "", 0, "1"),
    ("-nr echo(1);", "", 0, "1"),
    ("--run echo(1);", "", 0, "1"),
    ("-r echo(1/3); -d precision=3", "", 0, "0.333"),
    ("-r echo(basename(__DIR__)!==''); ", "", 0, "1"),
    ("-r exit(4);", "", 4, ""),
    ("", SHOW, 0, f'{CODE} ["{CODE}"]1'),
    ("-- x", SHOW, 0, f'{CODE} ["{CODE}","x"]2'),
    ("", "", 0, ""),
    ("plain.txt", "", 0, "no PHP\n"),
    ("shebang.php", "", 0, "2"),
    ("lines.php", "a\nb\n", 0, "got a\ngot b\n"),
    ("exit.php", "", 3, "bye"),
    ("-d display_errors=0 throw.php", "", 255, ""),
    ("nowhere.php", "", 1, "Could not open input file: nowhere.php\n"),
    ("-l show.php", "", 0, NO_ERRORS),
    ("-nl show.php wrong.php", "", 0, NO_ERRORS),
    ("--syntax-check -f show.php", "", 0, NO_ERRORS),
    ("-l wrong.php", "", 255, ERRORS % ("wrong.php on line 3", "wrong.php")),
    ("-l", "<?php 1 +;", 255, ERRORS % (f"{CODE} on line 1", CODE)),
    ("-l nowhere.php", "", 1, "Could not open input file: nowhere.php\n"),
    ("-d precision=3 third.php", "", 0, "0.333"),
    ("-dprecision=3 third.php", "", 0, "0.333"),
    ("--define precision=3 third.php", "", 0, "0.333"),
    ("-d no.setting=1 -r var_dump(ini_get('no.setting'));", "", 0, "bool(false)\n"),
    ("-d html_errors=1 -r echo($x);", "", 0, "<br />\n<b>Warning</b>:  Undefined variable $x in "
     "<b>Command line code</b> on line <b>1</b><br />\n"),
    ("-q -e -C -c /nowhere -r echo(1);", "", 0, "1"),
]
runs = pytest.mark.parametrize(("words", "text", "status", "output"), RUNS,
                               ids=[words or "nothing" for words, *_ in RUNS])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def run(command: list[str], words: str, text: str, folder: Path) -> tuple[int, str, str]:
    done = subprocess.run([*command, *words.split()], input=text, cwd=folder, text=True,
                          capture_output=True, timeout=60, check=False)
    return done.returncode, done.stdout, done.stderr


@runs
def test_run(engine_argv, folder, words, text, status, output) -> None:
    assert run(engine_argv, words, text, folder) == (status, output, "")


@pytest.mark.reference
@runs
def test_reference(reference_argv, folder, words, text, status, output) -> None:
    assert run(reference_argv, words, text, folder) == (status, output, "")


@pytest.mark.parametrize(("words", "complaint"), [
    ("-r", "option -r wants a value"),
    ("--define", "option --define wants a value"),
    ("-nZ", "unknown option -Z"),
    ("-:", "unknown option -:"),
    ("--nonsense=1", "unknown option --nonsense=1"),
    ("-r 1 -r 2", "You can use -r only once."),
    ("-f a -f b", "You can use -f only once."),
    ("-l -r 1", "Either execute direct code, process stdin or use a file."),
    ("-a", "for a prompt use hippy-repl, not -a"),
    ("-S localhost:8000", "-S is not supported"),
    ("--rf strlen", "--rf is not supported"),
])
def test_refused(engine_argv, folder, words, complaint) -> None:
    assert parse_arguments(words.split()).error == complaint
    told = f"hippy: {complaint}\nhippy --help lists the options.\n"
    assert run(engine_argv, words, "", folder) == (1, "", told)


@pytest.mark.parametrize(("words", "first"), [
    ("-v", "Hippy 0.1.0 (PHP 8.2.36) (cli)"),
    ("-r 1 --version", "Hippy 0.1.0 (PHP 8.2.36) (cli)"),
    ("-nh", "usage: hippy [OPTIONS] [-f] FILE [--] [ARGUMENTS]"),
    ("-m", "[PHP Modules]"),
    ("-i", "phpinfo()"),
    ("--ini", "Configuration File (php.ini) Path: (none)"),
])
def test_information(engine_argv, folder, words, first) -> None:
    status, output, stderr = run(engine_argv, words, "", folder)
    assert (status, output.partition("\n")[0], stderr) == (0, first, "")


def test_standard_input_by_its_name(engine_argv, folder) -> None:
    """php-cli 8.2 takes `-` for a file's name; other programs do not."""
    assert run(engine_argv, "- x", SHOW, folder) == (0, f'{CODE} ["{CODE}","x"]2', "")


def test_our_own_options() -> None:
    options: Options = parse_arguments(
        ["--jit=off", "--jitwatch", "fd:3", "--dbgp", "fd:4", "-d", "a=1", "x.php", "--jit"])
    assert (options.jit, options.jitwatch, options.dbgp) == ("off", "fd:3", "fd:4")
    assert (options.action, options.file, options.arguments) == ("file", "x.php", ["--jit"])
    assert options.settings == ["a=1"]
    assert parse_arguments(["--dump", "ast", "x.php"]).action == "dump"
    assert parse_arguments(["--dbgp=fd:3", "--repl"]).action == "repl"


@pytest.mark.parametrize(("redirection", "shown"), [
    ("| head -n 1", "a line\n255\n"), (">&-", "255\n"), ("> /dev/full", "255\n"),
])
@pytest.mark.parametrize("code", ["echo 1;", "for (;;) echo 'a line', PHP_EOL;"])
def test_output_that_nobody_takes(engine_argv, folder, redirection, shown, code) -> None:
    """As in PHP the first write that fails ends the program; shutdown functions still run."""
    if redirection.startswith("|") and code == "echo 1;":
        shown = "1\n0\n"
    code = "register_shutdown_function(fn() => fwrite(STDERR, 'down')); " + code
    line = f'"$@" {redirection}; status=${{PIPESTATUS[0]}}; echo; echo $status'
    done = subprocess.run(["bash", "-c", line, "bash", *engine_argv, "-r", code], cwd=folder,
                          text=True, capture_output=True, timeout=60, check=False)
    assert (done.stdout.lstrip("\n").replace("\n\n", "\n"), done.stderr) == (shown, "down")


def test_interrupt_kills(engine_argv, folder) -> None:
    """Without a debugger SIGINT has its usual effect, and nothing is printed."""
    process = subprocess.Popen([*engine_argv, "-r", "echo PHP_EOL; flush(); sleep(100);"],
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout.readline() == b"\n"
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=60) == (b"", b"")
    assert process.returncode == -signal.SIGINT
