"""JSON text from values and values from JSON text."""
from __future__ import absolute_import
