"""The functions of errors: settings, handlers, trigger_error(), backtraces, assert()."""
from __future__ import absolute_import
