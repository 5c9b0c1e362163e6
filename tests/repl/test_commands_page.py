"""docs/commands.md says what the tables of commands say; --update writes it."""

from __future__ import annotations

from pathlib import Path

from hippy.debugger import app
from hippy.debugger.commands import COMMANDS as DEBUGGER_COMMANDS
from hippy.interpreter.command_line import USAGE as ENGINE_USAGE
from hippy.repl import shell
from hippy.repl.commands import COMMANDS as REPL_COMMANDS
from hippy.repl.settings import Settings

PAGE = Path(__file__).resolve().parents[2] / "docs" / "commands.md"
KEYS = """\
| key | what it does |
|---|---|
| Enter | runs the input if it is complete, else begins another line or shows the mistake |
| Alt-Enter | begins another line |
| Tab | completes; at the start of a further line, indents |
| Up, Down | go through the history, by the beginning that was typed |
| Ctrl-R | searches the history |
| Ctrl-X Ctrl-E | edits the input in $EDITOR |
| Ctrl-C | gives the input up; while code runs, interrupts it: the variables stay |
| Ctrl-D | leaves |
"""


def render() -> str:
    return f"""\
# Commands

Written from the commands' own help: interpreter/command_line.py, repl/commands.py,
debugger/commands.py. hippy-trace has [a page of its own](trace.md).

## hippy

```
{ENGINE_USAGE.strip()}
```

The options are those of php's command line; what is not listed is refused. The exit status is the
program's: 255 after an error that nothing caught, 1 when the file is not there.

## hippy-repl

```
{shell.USAGE.strip()}
```

PHP is run as soon as it is complete; the last semicolon may be left out. The value of the last
expression is shown behind `=`. While something is open the prompt names it: `php{{ `, `php( `,
`php[ `, `php" `, `php' `, and `php< ` for a heredoc.

![values and an error](pictures/repl-values.svg)
![a function in several lines](pictures/repl-block.svg)

{KEYS}
| command | what it does |
|---|---|
{"".join(f"| `{row.usage}` | {row.help} |" + chr(10) for row in REPL_COMMANDS.values())}
{settings_text()}
Code that the parser does not accept is not run: the cursor goes to the mistake, the reason stands
at the end of the line, the text stays. `$_` is the last value that was not null, `$_e` the last
uncaught exception. Functions and classes may be entered again.

Before each input a snapshot of the engine is kept, the last 20 of them, fewer when they are large:
`:undo` goes back to one. After a fatal error (also memory_limit and endless recursion), and when
the engine dies, the session is as it was before the input. An uncaught exception, Ctrl-C, and
`exit` in a called function end the input; what it has done stays. A third Ctrl-C in a row, for code
that does not stop, ends the engine; the session is as before. Snapshots hold what is in memory, not
files and sockets. Only if all snapshots are lost too a new engine begins: functions and classes are
declared again, variables are gone and named. `exit` that is typed leaves with its status.

## hippy-debug

```
{app.USAGE.strip()}
```

The beginning of a command's name is enough if it fits only one. An empty line repeats the last
step. Ctrl-C while the program runs stops it where it is.

![a program stopped twice](pictures/debug-stop.svg)

| command | short | what it does |
|---|---|---|
{"".join(debugger_row(row) for row in DEBUGGER_COMMANDS.values())}"""


def settings_text() -> str:
    rows = "".join(f"| `{name}` | {value} | {help} |\n" for name, value, help in Settings().rows())
    return f"""\
Settings are read from `$XDG_CONFIG_HOME/hippy/repl.toml` (`~/.config/hippy/repl.toml`), a line
`name = value` for each, text in quotation marks, on and off as `true` and `false`; `:set` changes
them for the session.

| setting | without the file | what it does |
|---|---|---|
{rows}"""


def debugger_row(row) -> str:
    usage = row.usage.replace("|", "\\|")
    return f"| `{usage}` | {', '.join(f'`{alias}`' for alias in row.aliases)} | {row.help} |\n"


def test_page(request):
    page = render().replace("[COMMAND | NAME]", "[COMMAND \\| NAME]")
    if request.config.getoption("update"):
        PAGE.write_text(page)
    assert PAGE.read_text() == page
