"""What the engine tells about itself and its process: versions, memory, environment."""
from __future__ import absolute_import
