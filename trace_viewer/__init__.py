"""hippy-trace: what the JIT made of a PHP program."""
