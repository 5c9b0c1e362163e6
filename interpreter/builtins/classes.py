"""Functions that tell about classes and objects, autoloading and walking over Traversable objects."""
from __future__ import absolute_import
