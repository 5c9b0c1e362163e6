"""Functions that call functions, tell about them, and wait: call_user_func() and its kin."""
from __future__ import absolute_import
