"""The output buffers: ob_start() and its kin."""
from __future__ import absolute_import
