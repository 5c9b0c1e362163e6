"""The debugger, and the client side of DBGp on which it and the REPL stand."""
