"""Functions that declare and read constants: define(), defined(), constant()."""
from __future__ import absolute_import
