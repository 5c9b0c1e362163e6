"""Builds engines and finds them. Plain Python 3.11, no part of the engine itself."""
