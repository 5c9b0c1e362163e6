"""The REPL: PHP typed line by line, run by an engine process, shown as values."""
